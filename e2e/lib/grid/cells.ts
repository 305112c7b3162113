import type { FaultKind, Fault } from "#sandbox/faults.ts";
import type { HiddenError } from "#sandbox/hiddenErrors.ts";
import type { TextKey } from "../texts.ts";

/** What befalls a browser without any fault of the provider's. */
type OwnKind = "offline" | "login";

/** What becomes of an operation that meets a trouble. */
type Course =
  /** It takes its time, and works. */
  | "slow"
  /** It fails, and is told. */
  | "told"
  /** Our own server can't be reached, or not before a sign-in: the frame of the page tells too. */
  | "away"
  /** It works, and nothing is said. */
  | "unnoticed"
  /** A list comes, and says which row of it can't be read. */
  | "odd"
  /** A list says how much of it came. */
  | "cut"
  /** A list of several pages goes on when the provider allows it. */
  | "paced";

/** A trouble that every operation meets, or every one that gives rows or pages. */
export interface Trouble {
  name: string;
  course: Course;
  /** What the sandbox is told; nothing: it is the browser's own. */
  fault?: Omit<Fault, "operation">;
  /** The title under which a failure is told; nothing: it is none. */
  says?: TextKey;
  /** The same of a write, where that is another one. */
  writeSays?: TextKey;
  /** The provider's own words, where they help. */
  quote?: string;
  /** How often a read is asked for until it is told. */
  tries: 1 | 3;
  /** After it a write may be done all the same. */
  unclear?: true;
  /** Whether `npm test` has it with a read and a write. */
  sampled: boolean;
}

type Rest = Partial<Omit<Trouble, "name" | "course" | "fault">> & {
  with?: Omit<Fault, "operation" | "fault">;
};

const of =
  (course: Course) =>
  (fault: string, { with: more, ...rest }: Rest = {}): Trouble => ({
    name: fault,
    course,
    fault: { fault, ...more },
    tries: 1,
    sampled: true,
    ...rest,
  });
const told = of("told");
const own = (course: Course, name: OwnKind | "slow", says?: TextKey): Trouble => ({
  name,
  course,
  tries: 1,
  sampled: true,
  ...(says === undefined ? {} : { says }),
});

/** Seconds that the provider asks to be left alone: longer than a page would wait by itself. */
export const ASKED_WAIT_S = 60;
/** Seconds that a slow answer takes by the clock of the page. */
export const SLOW_S = 3;

/** What the sandbox's faults say where they say anything. */
const WORDS = "The operation failed";
const REFUSED: Rest = {
  says: "error.provider",
  writeSays: "error.invalid",
  quote: WORDS,
  tries: 3,
};
const UNSAID: Rest = {
  says: "error.unintelligible",
  writeSays: "error.unconfirmed",
  tries: 3,
  unclear: true,
  sampled: false,
};
const HIDDEN: Readonly<Record<HiddenError, Rest>> = {
  error: { ...REFUSED, sampled: false },
  status: REFUSED,
  nested: { ...REFUSED, sampled: false },
  code: { ...REFUSED, sampled: false },
  errors: { ...REFUSED, sampled: false },
  message: { ...UNSAID, says: "error.provider", quote: WORDS, sampled: true },
  ok: UNSAID,
  object: UNSAID,
  list: UNSAID,
  null: UNSAID,
  nothing: UNSAID,
};
const WAITS: Rest = { says: "error.tooMany", with: { retryAfter: ASKED_WAIT_S } };
const NOT_READ: Rest = { says: "error.unintelligible", tries: 3, unclear: true };

/**
 * Every kind of fault; one without an entry does not compile. In an order in which none says what
 * the one before said.
 */
const KINDS: Readonly<Record<FaultKind | OwnKind, readonly Trouble[]>> = {
  latency: [own("slow", "slow")],
  hang: [told("hang", { says: "error.timeout", tries: 3, unclear: true })],
  drop: [told("drop", { says: "error.provider", tries: 3, unclear: true })],
  status: [
    told("status:400", { says: "error.invalid", quote: "Wrong parameter" }),
    told("status:401", { says: "error.token" }),
    told("status:403", { says: "error.rights", sampled: false }),
    told("status:404", { says: "error.notFound" }),
    told("status:422", { says: "error.invalid" }),
    told("status:429", WAITS),
    told("status:500:no-access", { says: "error.rights", quote: "No access" }),
  ],
  html: [told("html", NOT_READ)],
  "odd-row": [of("odd")("odd-row")],
  truncate: [told("truncate", { ...NOT_READ, sampled: false })],
  partial: [of("cut")("partial")],
  "success-false": [told("success-false", { ...REFUSED, sampled: false })],
  gzip: [of("unnoticed")("gzip")],
  "error-200": Object.entries(HIDDEN).map(([shape, rest]) => told(`error-200:${shape}`, rest)),
  "page-ignored": [of("cut")("page-ignored")],
  "clock-off": [
    told("clock-off:3600", { ...WAITS, sampled: false }),
    told("clock-off:-3600", WAITS),
  ],
  rate: [of("paced")("rate:1")],
  offline: [{ ...own("away", "offline", "error.offline"), unclear: true }],
  login: [own("away", "login", "error.login")],
};

export const TROUBLES: readonly Trouble[] = Object.values(KINDS).flat();
