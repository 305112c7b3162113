import { ApiError, type ApiErrorKind, type RefusedReason } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { label } from "./operation.ts";
import {
  type ProxyProblem,
  readNetworkReason,
  readProxyProblem,
  readStoreProblem,
} from "./proxyProblem.ts";
import { type ErrorBody, readErrorBody } from "./errorBody.ts";

export interface Classification {
  kind: ApiErrorKind;
  refusedReason?: RefusedReason;
}

/** Seconds: the longest wait before the next try, whatever the server demands. */
const MAX_WAIT_S = 60;

/**
 * Seconds to wait by a `Retry-After` header, which is either seconds or an HTTP date; undefined
 * when there is none or it is invalid. A date is measured against the response's own `Date`,
 * because the clock of the browser's computer may be wrong.
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const header = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+$/.test(header)) return Math.min(Number(header), MAX_WAIT_S);
  const seconds = Math.ceil(
    (httpDate(header) - (httpDate(headers.get("Date")) || Date.now())) / 1000,
  );
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), MAX_WAIT_S);
}

/**
 * In ms since 1970; NaN for anything else. `Date.parse` alone would accept "1.5" and "-5" as dates.
 */
function httpDate(header: string | null): number {
  return header !== null && /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : Number.NaN;
}

/**
 * Whether the response comes from a reverse proxy whose login session has expired: its page, a
 * redirect to it, or its error status. Our server's own responses always have a request id.
 */
export function isLoginResponse(response: Response, text: string): boolean {
  if (response.type === "opaqueredirect") return true;
  const { status, headers } = response;
  if (headers.has("X-Request-Id")) return false;
  // 419 and 440: the session has expired; 511: the network requires a sign-in.
  const isRefused = [401, 403, 407, 419, 440, 511].includes(status);
  const isPage = response.ok && /^\s*</.test(text);
  return isRefused || isPage || (status >= 300 && status < 400);
}

/**
 * The provider's table documents 500 as "no access", and its samples show 500 with "User not
 * found". A 500 without the provider's own `code`, or with Laravel's bare "Server Error", is an
 * ordinary failure.
 */
function classify500({ message = "", code }: ErrorBody): Classification {
  if (/not found/i.test(message)) return { kind: "notFound" };
  const saysNoAccess = /no access|access denied|forbidden|нет доступа/i.test(message);
  const hasOwnCode = code !== undefined && !/server error/i.test(message);
  return saysNoAccess || hasOwnCode
    ? { kind: "refused", refusedReason: "noAccess" }
    : { kind: "provider" };
}

/** What an error status means, together with the body's message. */
export function classifyStatus(status: number, errorBody: ErrorBody): Classification {
  if (status === 400 || status === 422) return { kind: "invalid" };
  if (status === 401) return { kind: "refused", refusedReason: "token" };
  if (status === 403) return { kind: "refused", refusedReason: "rights" };
  if (status === 404) return { kind: "notFound" };
  if (status === 408 || status === 504) return { kind: "timeout" };
  if (status === 429) return { kind: "tooManyRequests" };
  if (status === 500) return classify500(errorBody);
  return { kind: "provider" };
}

/**
 * What the status of a web server's own error page means; undefined where it has its usual meaning.
 */
function classifyWebServerPage(status: number): Classification | undefined {
  if ([404, 405, 410, 413, 500].includes(status)) return { kind: "unintelligible" };
  if (status === 524) return { kind: "timeout" };
  // The reverse proxy can't reach this server.
  return [502, 503, 520, 521, 522, 523].includes(status) ? { kind: "offline" } : undefined;
}

const PROXY_KINDS: Partial<Record<ProxyProblem, ApiErrorKind>> = {
  "unknown-address": "refused",
  "sign-in-required": "refused",
  "no-users": "refused",
  "role-required": "refused",
  "verification-required": "refused",
  "wrong-credentials": "invalid",
  "weak-password": "invalid",
  "last-admin": "invalid",
  "name-taken": "invalid",
  "switch-changed": "invalid",
  "switch-over": "invalid",
  "link-invalid": "notFound",
  "too-many-calls": "tooManyRequests",
  overloaded: "tooManyRequests",
  "upstream-timeout": "timeout",
  "upstream-unacceptable": "unintelligible",
  "store-failed": "store",
};

const REFUSED_REASONS: Partial<Record<ProxyProblem, RefusedReason>> = {
  "unknown-address": "address",
  "sign-in-required": "signIn",
  "no-users": "noUsers",
  "role-required": "role",
  "verification-required": "verify",
};

/** Turns a response with an error status into an `ApiError`. `body` is the parsed JSON, if any. */
export function toApiError(op: Operation, response: Response, body: unknown): ApiError {
  const operation = label(op);
  const { status } = response;
  const retryAfter = retryAfterSeconds(response.headers);
  const problem = readProxyProblem(body);
  if (problem !== undefined) {
    return new ApiError(PROXY_KINDS[problem] ?? "provider", {
      operation,
      status,
      problem,
      refusedReason: REFUSED_REASONS[problem],
      retryAfter,
      network: readNetworkReason(body),
      store: readStoreProblem(body),
    });
  }
  const errorBody = readErrorBody(body);
  // An error page of the reverse proxy says nothing about the provider's data.
  const isWebServerPage = body === undefined && !response.headers.has("X-Request-Id");
  const { kind, refusedReason }: Classification =
    (isWebServerPage && classifyWebServerPage(status)) || classifyStatus(status, errorBody);
  return new ApiError(kind, {
    operation,
    status,
    refusedReason,
    providerMessage: errorBody.message,
    fields: errorBody.fields,
    retryAfter,
  });
}
