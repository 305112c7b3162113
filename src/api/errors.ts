import type { NetworkReason } from "./proxyProblem.ts";

/**
 * What can go wrong with a call, told apart by what a person can do about it.
 *
 * - `offline`: no answer came at all (network down, connection dropped)
 * - `timeout`: no answer in time; whether a write was done is not known
 * - `refused`: the token or the login (401), the rights (403) or the provider's 500 "no access"
 * - `notFound`: no such account, scenario, number or user
 * - `invalid`: the provider rejects what was sent, with reasons per field where it gives them
 * - `tooManyRequests`: wait `retryAfter` seconds; the provider says so, or the proxy
 * - `unconfirmed`: a write's answer does not say that it was done: nobody knows whether it was
 * - `provider`: the provider failed, or can't be reached by the proxy
 * - `unintelligible`: an answer that can't be understood (HTML, cut JSON, a missing field)
 */
export type ApiErrorKind =
  | "offline"
  | "timeout"
  | "refused"
  | "notFound"
  | "invalid"
  | "tooManyRequests"
  | "unconfirmed"
  | "provider"
  | "unintelligible";

/**
 * Why access was refused: the server's token, its rights, the provider's own "no access", the
 * login that somebody put in front of this server, or an address that its settings do not name.
 */
export type Refusal = "token" | "rights" | "noAccess" | "login" | "address";

export interface ApiErrorDetails {
  /** `GET /sip`: the operation that failed. */
  operation: string;
  status?: number | undefined;
  /** The provider's own words, if it gave any. Shown as a quotation, never as ours. */
  providerMessage?: string | undefined;
  /** Reasons by field of the request body, as the provider words them. */
  fields?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Seconds to wait. */
  retryAfter?: number | undefined;
  refusal?: Refusal | undefined;
  /** What lies between this server and the provider and failed: nothing was sent to the provider. */
  network?: NetworkReason | undefined;
  /** Where in the answer the trouble is: `data.3.number`. */
  answerPath?: string | undefined;
}

/** The one error type that `call` throws (besides the `AbortError` of its own signal). */
export class ApiError extends Error implements ApiErrorDetails {
  readonly kind: ApiErrorKind;
  readonly operation: string;
  readonly status: number | undefined;
  readonly providerMessage: string | undefined;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly retryAfter: number | undefined;
  readonly refusal: Refusal | undefined;
  readonly network: NetworkReason | undefined;
  readonly answerPath: string | undefined;

  constructor(kind: ApiErrorKind, details: ApiErrorDetails, options?: ErrorOptions) {
    super(`${details.operation}: ${kind}`, options);
    this.name = "ApiError";
    this.kind = kind;
    this.operation = details.operation;
    this.status = details.status;
    this.providerMessage = details.providerMessage;
    this.fields = details.fields ?? {};
    this.retryAfter = details.retryAfter;
    this.refusal = details.refusal;
    this.network = details.network;
    this.answerPath = details.answerPath;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}
