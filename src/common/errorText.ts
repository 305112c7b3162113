import { type ApiError, isApiError } from "#api/errors.ts";
import { type Text, useText } from "#i18n/texts.ts";

type T = Text;

export interface ErrorText {
  title: string;
  /** What happened, what was kept, what to do. */
  text: string;
  /** The provider's own message, to be shown as a quotation. */
  quote: string | undefined;
}

function describe(error: ApiError, t: T): [title: string, text: string] {
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
      return refusedText(error, t);
    case "notFound":
      return [t("error.notFound"), t("error.notFoundText")];
    case "invalid":
      return [t("error.invalid"), t(isRead ? "error.invalidRead" : "error.kept")];
    case "tooManyRequests":
      return [
        t("error.tooMany"),
        `${waitText(error, t)} ${t(isRead ? "error.byItself" : "error.kept")}`,
      ];
    case "store": {
      const { store = "failed" } = error;
      return [
        t("error.store"),
        `${t(`error.store.${store}`)} ${t(isRead ? "error.byItself" : "error.kept")}`,
      ];
    }
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

function waitText({ retryAfter }: ApiError, t: T): string {
  if (retryAfter === undefined) return t("error.tooManyText");
  return t("error.tooManyWait", { seconds: retryAfter });
}

/** Whether an error leaves it unknown if the write was done. */
export function mayBeDone(error: unknown): boolean {
  if (!isApiError(error)) return false;
  const { operation, kind, network } = error;
  return !operation.startsWith("GET ") && network === undefined && UNCERTAIN_KINDS.has(kind);
}

const UNCERTAIN_KINDS: ReadonlySet<ApiError["kind"]> = new Set([
  "offline",
  "timeout",
  "unconfirmed",
  "provider",
  "unintelligible",
]);

function refusedText(error: ApiError, t: T): [title: string, text: string] {
  if (error.refusedReason === "token") return [t("error.token"), t("error.tokenText")];
  if (error.refusedReason === "address") {
    const { host } = location;
    return [t("error.address", { host }), t("error.addressText", { host })];
  }
  if (error.refusedReason === "login") return [t("error.login"), t("error.loginText")];
  const { refusedReason: reason } = error;
  if (reason === "role" || reason === "verify")
    return [t(`error.${reason}Title`), t(`error.${reason}Text`)];
  if (reason === "signIn" || reason === "noUsers") return [t("error.login"), t("error.signInText")];
  return [t("error.rights"), t("error.rightsText")];
}

/** The text of any error in the user's language. An error that is not the API's shows no details. */
export function errorText(error: unknown, t: T): ErrorText {
  if (!isApiError(error)) {
    return { title: t("error.unknown"), text: t("error.unknownText"), quote: undefined };
  }
  const [title, readText] = describe(error, t);
  const text = mayBeDone(error) ? t("error.writeUnsure") : readText;
  // For a failure behind a 2xx status the provider's message may be all there is.
  const isHidden = error.status !== undefined && error.status < 300;
  const worthQuoting = isHidden || error.kind === "invalid" || error.refusedReason === "noAccess";
  return { title, text, quote: worthQuoting ? error.providerMessage : undefined };
}

/** What the user can do about a refused or rate-limited request. */
export function adviceText(error: unknown, t: T): string | undefined {
  if (!isApiError(error)) return undefined;
  if (error.network !== undefined) return t(`error.network.${error.network}`);
  if (error.kind === "refused") return refusedText(error, t)[1];
  return error.kind === "tooManyRequests" ? waitText(error, t) : undefined;
}

/**
 * A short reason for a failure: the title, or what the administrator must do where a server setting
 * is wrong. Without a full stop.
 */
export function reasonText(error: unknown, t: T): string {
  const refusedReason = isApiError(error) ? error.refusedReason : undefined;
  if (refusedReason === "token") return t("error.tokenReason");
  if (refusedReason === "address") return t("error.addressReason", { host: location.host });
  return errorText(error, t).title;
}

export function useReasonText(): (error: unknown) => string {
  const t = useText();
  return (error) => reasonText(error, t);
}

export function useErrorText(): (error: unknown) => ErrorText {
  const t = useText();
  return (error) => errorText(error, t);
}
