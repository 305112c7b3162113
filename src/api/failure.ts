import { ApiError, type ApiErrorKind, type Refusal } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { label } from "./operation.ts";
import { type ProxyProblem, readNetworkReason, readProxyProblem } from "./proxyProblem.ts";
import { type ErrorBody, readErrorBody } from "./errorBody.ts";

export interface Verdict {
  kind: ApiErrorKind;
  refusal?: Refusal;
}

/** Seconds: nobody is kept waiting longer before the next try, whatever is asked for. */
const LONGEST_WAIT = 60;

/**
 * Seconds to wait by a `Retry-After` header, which is either seconds or an HTTP date; undefined
 * when there is none or it makes no sense. A date is measured against the answer's own `Date`,
 * since the clock of the browser's computer may be wrong.
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const asked = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+$/.test(asked)) return Math.min(Number(asked), LONGEST_WAIT);
  const seconds = Math.ceil(
    (httpDate(asked) - (httpDate(headers.get("Date")) || Date.now())) / 1000,
  );
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), LONGEST_WAIT);
}

/** In ms since 1970; NaN for anything else. `Date.parse` alone takes "1.5" and "-5" for dates. */
function httpDate(header: string | null): number {
  return header !== null && /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : Number.NaN;
}

/**
 * Whether the answer is no answer of our server, which gives each an id and is never HTML or a
 * redirect, but of a login in front of it that has ended: its page, the way there, or its refusal.
 */
export function isLogin(response: Response, text: string): boolean {
  if (response.type === "opaqueredirect") return true;
  const { status, headers } = response;
  if (headers.has("X-Request-Id")) return false;
  // 419, 440 and 511 say so of a session that is over, or of a network that wants a sign-in.
  const isRefused = [401, 403, 407, 419, 440, 511].includes(status);
  const isPage = response.ok && /^\s*</.test(text);
  return isRefused || isPage || (status >= 300 && status < 400);
}

/**
 * The provider's table says that 500 means "no access", and its samples show 500 with
 * "User not found". A 500 without the provider's own `code`, or with Laravel's bare
 * "Server Error", is an ordinary failure.
 */
function verdictOf500({ message = "", code }: ErrorBody): Verdict {
  if (/not found/i.test(message)) return { kind: "notFound" };
  const saysNoAccess = /no access|access denied|forbidden|нет доступа/i.test(message);
  const hasOwnCode = code !== undefined && !/server error/i.test(message);
  return saysNoAccess || hasOwnCode
    ? { kind: "refused", refusal: "noAccess" }
    : { kind: "provider" };
}

/** What an error status means, with the words that came along. */
export function verdictOf(status: number, errorBody: ErrorBody): Verdict {
  if (status === 400 || status === 422) return { kind: "invalid" };
  if (status === 401) return { kind: "refused", refusal: "token" };
  if (status === 403) return { kind: "refused", refusal: "rights" };
  if (status === 404) return { kind: "notFound" };
  if (status === 408 || status === 504) return { kind: "timeout" };
  if (status === 429) return { kind: "tooManyRequests" };
  if (status === 500) return verdictOf500(errorBody);
  return { kind: "provider" };
}

/** What the status of a web server's own page means; undefined where it is what it always is. */
function verdictOfFront(status: number): Verdict | undefined {
  if ([404, 405, 410, 413, 500].includes(status)) return { kind: "unintelligible" };
  if (status === 524) return { kind: "timeout" };
  // It does not reach this server.
  return [502, 503, 520, 521, 522, 523].includes(status) ? { kind: "offline" } : undefined;
}

const PROXY_KINDS: Partial<Record<ProxyProblem, ApiErrorKind>> = {
  overloaded: "tooManyRequests",
  "upstream-timeout": "timeout",
  "upstream-unacceptable": "unintelligible",
};

/** Turns an answer with an error status into the typed error. `body` is the parsed JSON, if any. */
export function failureOf(op: Operation, response: Response, body: unknown): ApiError {
  const operation = label(op);
  const { status } = response;
  const proxy = readProxyProblem(body);
  if (proxy !== undefined) {
    if (proxy === "unknown-address") {
      return new ApiError("refused", { operation, status, refusal: "address" });
    }
    const retryAfter = retryAfterSeconds(response.headers);
    const network = readNetworkReason(body);
    const kind = PROXY_KINDS[proxy] ?? "provider";
    return new ApiError(kind, { operation, status, retryAfter, network });
  }
  const errorBody = readErrorBody(body);
  // A page of the web server in front: nothing that the provider has, or has not, is told by it.
  const isOfFront = body === undefined && !response.headers.has("X-Request-Id");
  const { kind, refusal }: Verdict =
    (isOfFront && verdictOfFront(status)) || verdictOf(status, errorBody);
  return new ApiError(kind, {
    operation,
    status,
    refusal,
    providerMessage: errorBody.message,
    fields: errorBody.fields,
    retryAfter: retryAfterSeconds(response.headers),
  });
}
