import * as z from "zod/mini";
import { ApiError, type ApiErrorKind, type Refusal } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { label } from "./operation.ts";
import { readProxyProblem } from "./proxyProblem.ts";

const errorBody = z.object({
  message: z.catch(z.optional(z.string()), undefined),
  code: z.catch(z.optional(z.union([z.number(), z.string()])), undefined),
  errors: z.catch(
    z.optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
    undefined,
  ),
});
type ErrorBody = z.output<typeof errorBody>;

interface Verdict {
  kind: ApiErrorKind;
  refusal?: Refusal;
}

/**
 * Seconds to wait by a `Retry-After` header, which is either seconds or an HTTP date;
 * undefined when there is none or it makes no sense.
 */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  if (/^\d+$/.test(header.trim())) return Math.min(Number(header), 3600);
  // Date.parse alone takes "1.5" and "-5" for dates.
  const at = /^[A-Z][a-z]{2}/.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, Math.ceil((at - now) / 1000)), 3600);
}

/**
 * The provider's table says that 500 means "no access", and its samples show 500 with
 * "User not found". A 500 without the provider's own `code`, or with Laravel's bare
 * "Server Error", is an ordinary failure.
 */
function verdictOf500(body: ErrorBody | undefined): Verdict {
  const message = body?.message ?? "";
  if (/not found/i.test(message)) return { kind: "notFound" };
  const saysNoAccess = /no access|access denied|forbidden|нет доступа/i.test(message);
  const hasOwnCode = body?.code !== undefined && !/server error/i.test(message);
  return saysNoAccess || hasOwnCode
    ? { kind: "refused", refusal: "noAccess" }
    : { kind: "provider" };
}

function verdictOf(status: number, body: ErrorBody | undefined): Verdict {
  if (status === 400 || status === 422) return { kind: "invalid" };
  if (status === 401) return { kind: "refused", refusal: "token" };
  if (status === 403) return { kind: "refused", refusal: "rights" };
  if (status === 404) return { kind: "notFound" };
  if (status === 408 || status === 504) return { kind: "timeout" };
  if (status === 429) return { kind: "tooManyRequests" };
  if (status === 500) return verdictOf500(body);
  return { kind: "provider" };
}

/** Turns an answer with an error status into the typed error. `body` is the parsed JSON, if any. */
export function failureOf(op: Operation, response: Response, body: unknown): ApiError {
  const operation = label(op);
  const { status } = response;
  const proxy = readProxyProblem(body);
  if (proxy !== undefined) {
    const kind = proxy === "upstream-timeout" ? "timeout" : "provider";
    return new ApiError(kind, { operation, status });
  }
  const parsed = errorBody.safeParse(body);
  const said = parsed.success ? parsed.data : undefined;
  const { kind, refusal } = verdictOf(status, said);
  // Neither our server said so nor the provider: a login in front of both, which has ended.
  const isLogin = status === 401 && said === undefined && !response.headers.has("X-Request-Id");
  return new ApiError(kind, {
    operation,
    status,
    refusal: isLogin ? "login" : refusal,
    providerMessage: said?.message,
    fields: fieldsOf(said),
    retryAfter: retryAfterSeconds(response.headers.get("Retry-After")),
  });
}

/**
 * HTTP 200 may still be a failure (trap 3): `success: false`, or a `code` of an error with its
 * message. Of a write the first means that the provider rejects it; a list that can't be given
 * is the provider's failure. A `code` is judged like the status it names.
 */
export function hiddenFailureOf(op: Operation, status: number, body: unknown) {
  const said = errorBody.safeParse(body);
  const code = Number(said.data?.code);
  const flagged = refusedFlag.safeParse(body).success;
  if (!flagged && !(code >= 400 && said.data?.message !== undefined)) return undefined;
  const byFlag: Verdict = { kind: op.method === "GET" ? "provider" : "invalid" };
  const { kind, refusal } = code >= 400 ? verdictOf(code, said.data) : byFlag;
  return new ApiError(kind, {
    operation: label(op),
    status,
    refusal,
    providerMessage: said.data?.message,
    fields: fieldsOf(said.data),
  });
}

const refusedFlag = z.object({ success: z.literal([false, 0, "0", "false"]) });

function fieldsOf(body: ErrorBody | undefined): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(body?.errors ?? {}).map(([field, reasons]) => [
      field,
      typeof reasons === "string" ? [reasons] : reasons,
    ]),
  );
}
