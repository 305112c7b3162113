import { type ApiError, isApiError } from "#api/errors.ts";
import type { Text } from "#i18n/messages.ts";
import { useCommonText } from "./messages.ts";
import type en from "./locales/en.json";

type T = Text<keyof typeof en>;

export interface ErrorText {
  title: string;
  /** What happened, what was not lost, what to do. */
  text: string;
  /** The provider's own words, to be shown as a quotation. */
  quote: string | undefined;
}

function wordsOf(error: ApiError, t: T): [title: string, text: string] {
  const isRead = error.operation.startsWith("GET ");
  if (error.network !== undefined) {
    const after = t(isRead ? "error.byItself" : "error.kept");
    return [t("error.network"), `${t(`error.network.${error.network}`)} ${after}`];
  }
  switch (error.kind) {
    case "offline":
      return [t("error.offline"), t("error.offlineText")];
    case "timeout":
      return [t("error.timeout"), t("error.byItself")];
    case "refused":
      return refusalWords(error, t);
    case "notFound":
      return [t("error.notFound"), t("error.notFoundText")];
    case "invalid":
      return [t("error.invalid"), t(isRead ? "error.invalidRead" : "error.kept")];
    case "tooManyRequests":
      return [
        t("error.tooMany"),
        `${waitWords(error, t)} ${t(isRead ? "error.byItself" : "error.kept")}`,
      ];
    case "unconfirmed":
      return [t("error.unconfirmed"), t("error.byItself")];
    case "provider":
      return [t("error.provider"), `${t("error.providerText")} ${t("error.byItself")}`];
    case "unintelligible":
      return [
        t("error.unintelligible"),
        t("error.unintelligibleText", {
          operation: error.operation,
          path: error.responsePath || "–",
        }),
      ];
  }
}

function waitWords({ retryAfter }: ApiError, t: T): string {
  if (retryAfter === undefined) return t("error.tooManyText");
  return t("error.tooManyWait", { seconds: retryAfter });
}

/** A write without a clear answer: it may have been done all the same. */
export function mayBeDone(error: unknown): boolean {
  if (!isApiError(error)) return false;
  const { operation, kind, network } = error;
  return !operation.startsWith("GET ") && network === undefined && UNCLEAR.has(kind);
}

const UNCLEAR: ReadonlySet<ApiError["kind"]> = new Set([
  "offline",
  "timeout",
  "unconfirmed",
  "provider",
  "unintelligible",
]);

function refusalWords(error: ApiError, t: T): [title: string, text: string] {
  if (error.refusedReason === "token") return [t("error.token"), t("error.tokenText")];
  if (error.refusedReason === "address") {
    const { host } = location;
    return [t("error.address", { host }), t("error.addressText", { host })];
  }
  if (error.refusedReason === "login") return [t("error.login"), t("error.loginText")];
  return [t("error.rights"), t("error.rightsText")];
}

/** Any error in the person's words. An error that is not the API's shows nothing of itself. */
export function errorText(error: unknown, t: T): ErrorText {
  if (!isApiError(error)) {
    return { title: t("error.unknown"), text: t("error.unknownText"), quote: undefined };
  }
  const [title, read] = wordsOf(error, t);
  const text = mayBeDone(error) ? t("error.writeUnsure") : read;
  // Of an answer that hides a failure behind a good status, the words may be all there is.
  const isHidden = error.status !== undefined && error.status < 300;
  const worthQuoting = isHidden || error.kind === "invalid" || error.refusedReason === "noAccess";
  return { title, text, quote: worthQuoting ? error.providerMessage : undefined };
}

/** What can be done about a failure, whatever of it was done: of a refusal or a wish to wait. */
export function adviceText(error: unknown, t: T): string | undefined {
  if (!isApiError(error)) return undefined;
  if (error.network !== undefined) return t(`error.network.${error.network}`);
  if (error.kind === "refused") return refusalWords(error, t)[1];
  return error.kind === "tooManyRequests" ? waitWords(error, t) : undefined;
}

/**
 * Why something failed, where there is room for no more: the title, and where a setting of the
 * server is to blame also what the administrator does about it. Without a full stop at its end.
 */
export function reasonText(error: unknown, t: T): string {
  const refusedReason = isApiError(error) ? error.refusedReason : undefined;
  if (refusedReason === "token") return t("error.tokenReason");
  if (refusedReason === "address") return t("error.addressReason", { host: location.host });
  return errorText(error, t).title;
}

export function useReasonText(): (error: unknown) => string {
  const t = useCommonText();
  return (error) => reasonText(error, t);
}

export function useErrorText(): (error: unknown) => ErrorText {
  const t = useCommonText();
  return (error) => errorText(error, t);
}

/**
 * What the provider says of a field, in the person's language where we know the sentence
 * (Laravel's usual ones), else quoted.
 */
export function fieldReason(reason: string, t: T): string {
  const known = KNOWN_REASONS.find(([pattern]) => pattern.test(reason));
  return known === undefined ? t("reason.quoted", { reason }) : t(known[1]);
}

const KNOWN_REASONS: readonly [RegExp, keyof typeof en][] = [
  [/already been taken|уже занят|уже существует/i, "reason.taken"],
  [/is required|обязательно/i, "reason.required"],
  [/must be an? (integer|number)/i, "reason.integer"],
  [/selected .* is invalid|does not exist/i, "reason.unknown"],
];
