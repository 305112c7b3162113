import type { FaultKind, Fault } from "#sandbox/faults.ts";
import type { HiddenError } from "#sandbox/hiddenErrors.ts";
import type { TextKey } from "../texts.ts";

/** Conditions of the browser, without a fault of the provider. */
type BrowserKind = "offline" | "login";

/** What the app is expected to do under a condition. */
type Outcome =
  /** The operation is slow and succeeds. */
  | "slow"
  /** The operation fails, and the failure is reported. */
  | "fails"
  /** Our own server is unreachable, or only after a sign-in: the page frame reports it, too. */
  | "unreachable"
  /** The operation succeeds, and nothing is reported. */
  | "unnoticed"
  /** The list is shown and reports its invalid row. */
  | "invalidRow"
  /** The list reports how much of it has loaded. */
  | "incomplete"
  /** A list of several pages continues after Retry-After. */
  | "rateLimited";

/** A condition for every operation, or for every one that returns rows or pages. */
export interface FaultCondition {
  name: string;
  outcome: Outcome;
  /** The fault to set in the sandbox; none for a condition of the browser. */
  fault?: Omit<Fault, "operation">;
  /** The title of the reported failure; none if nothing fails. */
  title?: TextKey;
  /** The title for a write, if it differs. */
  writeTitle?: TextKey;
  /** The provider's message, if it is shown. */
  providerMessage?: string;
  /** Attempts of a read before the failure is reported. */
  attempts: 1 | 3;
  /** Whether a write may have been performed nevertheless. */
  outcomeUnknown?: true;
  /** Whether the sample in `npm test` includes it. */
  sampled: boolean;
}

type ConditionOptions = Partial<Omit<FaultCondition, "name" | "outcome" | "fault">> & {
  with?: Omit<Fault, "operation" | "fault">;
};

const withOutcome =
  (outcome: Outcome) =>
  (fault: string, { with: more, ...options }: ConditionOptions = {}): FaultCondition => ({
    name: fault,
    outcome,
    fault: { fault, ...more },
    attempts: 1,
    sampled: true,
    ...options,
  });
const failing = withOutcome("fails");
const browserCondition = (
  outcome: Outcome,
  name: BrowserKind | "slow",
  title?: TextKey,
): FaultCondition => ({
  name,
  outcome,
  attempts: 1,
  sampled: true,
  ...(title === undefined ? {} : { title }),
});

/** Seconds of Retry-After: longer than the app's own retry delays. */
export const RETRY_AFTER_S = 60;
/** Seconds that a slow response takes by the page's clock. */
export const SLOW_S = 3;

/** The message in the sandbox's faults. */
const SANDBOX_MESSAGE = "The operation failed";
const REFUSED: ConditionOptions = {
  title: "error.provider",
  writeTitle: "error.invalid",
  providerMessage: SANDBOX_MESSAGE,
  attempts: 3,
};
const UNCONFIRMED: ConditionOptions = {
  title: "error.unintelligible",
  writeTitle: "error.unconfirmed",
  attempts: 3,
  outcomeUnknown: true,
  sampled: false,
};
const HIDDEN: Readonly<Record<HiddenError, ConditionOptions>> = {
  error: { ...REFUSED, sampled: false },
  status: REFUSED,
  nested: { ...REFUSED, sampled: false },
  code: { ...REFUSED, sampled: false },
  errors: { ...REFUSED, sampled: false },
  message: {
    ...UNCONFIRMED,
    title: "error.provider",
    providerMessage: SANDBOX_MESSAGE,
    sampled: true,
  },
  ok: UNCONFIRMED,
  object: UNCONFIRMED,
  list: UNCONFIRMED,
  null: UNCONFIRMED,
  nothing: UNCONFIRMED,
};
const RATE_LIMITED: ConditionOptions = {
  title: "error.tooMany",
  with: { retryAfter: RETRY_AFTER_S },
};
const UNREADABLE: ConditionOptions = {
  title: "error.unintelligible",
  attempts: 3,
  outcomeUnknown: true,
};

/**
 * Every kind of fault; a missing one is a type error. In an order in which no two neighbours have
 * the same title.
 */
const KINDS: Readonly<Record<FaultKind | BrowserKind, readonly FaultCondition[]>> = {
  latency: [browserCondition("slow", "slow")],
  hang: [failing("hang", { title: "error.timeout", attempts: 3, outcomeUnknown: true })],
  drop: [failing("drop", { title: "error.provider", attempts: 3, outcomeUnknown: true })],
  status: [
    failing("status:400", { title: "error.invalid", providerMessage: "Wrong parameter" }),
    failing("status:401", { title: "error.token" }),
    failing("status:403", { title: "error.rights", sampled: false }),
    failing("status:404", { title: "error.notFound" }),
    failing("status:422", { title: "error.invalid" }),
    failing("status:429", RATE_LIMITED),
    failing("status:500:no-access", { title: "error.rights", providerMessage: "No access" }),
  ],
  html: [failing("html", UNREADABLE)],
  "odd-row": [withOutcome("invalidRow")("odd-row")],
  truncate: [failing("truncate", { ...UNREADABLE, sampled: false })],
  partial: [withOutcome("incomplete")("partial")],
  "success-false": [failing("success-false", { ...REFUSED, sampled: false })],
  gzip: [withOutcome("unnoticed")("gzip")],
  "error-200": Object.entries(HIDDEN).map(([shape, options]) =>
    failing(`error-200:${shape}`, options),
  ),
  "page-ignored": [withOutcome("incomplete")("page-ignored")],
  "clock-off": [
    failing("clock-off:3600", { ...RATE_LIMITED, sampled: false }),
    failing("clock-off:-3600", RATE_LIMITED),
  ],
  rate: [withOutcome("rateLimited")("rate:1")],
  offline: [
    { ...browserCondition("unreachable", "offline", "error.offline"), outcomeUnknown: true },
  ],
  login: [browserCondition("unreachable", "login", "error.login")],
};

export const FAULT_CONDITIONS: readonly FaultCondition[] = Object.values(KINDS).flat();
