import type { NetworkReason, ProxyProblem, StoreProblem } from "./proxyProblem.ts";

/**
 * What can go wrong with a call, distinguished by what the user can do about it.
 *
 * - `offline`: no response arrived at all (network down, connection dropped)
 * - `timeout`: no response in time; whether a write was done is unknown
 * - `refused`: the token or the login (401), the rights (403) or the provider's 500 "no access"
 * - `notFound`: no such account, scenario, number or user
 * - `invalid`: the provider rejects what was sent, with messages per field where it returns them
 * - `tooManyRequests`: wait `retryAfter` seconds, as the provider or the proxy demands
 * - `unconfirmed`: a write's response does not confirm it: whether it was done is unknown
 * - `store`: this server can't use its own store; a write was not sent
 * - `provider`: the provider failed, or the proxy can't reach it
 * - `unintelligible`: a response that can't be parsed (HTML, truncated JSON, a missing field)
 */
export type ApiErrorKind =
  | "offline"
  | "timeout"
  | "refused"
  | "notFound"
  | "invalid"
  | "tooManyRequests"
  | "unconfirmed"
  | "store"
  | "provider"
  | "unintelligible";

/**
 * Why access was refused: the server's token, its rights, the provider's own "no access", the login
 * of a reverse proxy, or a host that the server's settings do not allow. By Pult itself: nobody is
 * signed in, or could be; the person's role does not allow it; they have to type their password again.
 */
export type RefusedReason =
  | "token"
  | "rights"
  | "noAccess"
  | "login"
  | "address"
  | "signIn"
  | "noUsers"
  | "role"
  | "verify";

export interface ApiErrorDetails {
  /** `GET /sip`: the operation that failed. */
  operation: string;
  status?: number | undefined;
  /** The provider's own message, if any. Shown as a quotation, never as ours. */
  providerMessage?: string | undefined;
  /** The provider's messages, by field of the request body. */
  fields?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Seconds to wait. */
  retryAfter?: number | undefined;
  refusedReason?: RefusedReason | undefined;
  /** What this server itself objects to. */
  problem?: ProxyProblem | undefined;
  /** What failed between this server and the provider: nothing was sent to the provider. */
  network?: NetworkReason | undefined;
  /** Why this server can't use its store. */
  store?: StoreProblem | undefined;
  /** Path of the invalid value in the response: `data.3.number`. */
  responsePath?: string | undefined;
}

/** The one error type that `call` throws (besides the `AbortError` of its own signal). */
export class ApiError extends Error implements ApiErrorDetails {
  readonly kind: ApiErrorKind;
  readonly operation: string;
  readonly status: number | undefined;
  readonly providerMessage: string | undefined;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly retryAfter: number | undefined;
  readonly refusedReason: RefusedReason | undefined;
  readonly problem: ProxyProblem | undefined;
  readonly network: NetworkReason | undefined;
  readonly store: StoreProblem | undefined;
  readonly responsePath: string | undefined;

  constructor(kind: ApiErrorKind, details: ApiErrorDetails, options?: ErrorOptions) {
    super(`${details.operation}: ${kind}`, options);
    this.name = "ApiError";
    this.kind = kind;
    this.operation = details.operation;
    this.status = details.status;
    this.providerMessage = details.providerMessage;
    this.fields = details.fields ?? {};
    this.retryAfter = details.retryAfter;
    this.refusedReason = details.refusedReason;
    this.problem = details.problem;
    this.network = details.network;
    this.store = details.store;
    this.responsePath = details.responsePath;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

/**
 * Milliseconds to wait before the next request to the provider after a failure; 0 when it does not
 * demand any.
 */
export function retryAfterMs(error: unknown): number {
  return isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
}
