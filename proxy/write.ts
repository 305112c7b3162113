import type { Operation, Request } from "#api/operation.ts";
import type { OperationName, Operations } from "#api/operations.ts";
import type { ProxyContext, User } from "./env.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** A write that is about to leave for the upstream; also a read that reveals a secret. */
export interface Write {
  operation: Operation;
  params: Readonly<Record<string, string | number>>;
  /** The parsed JSON body; undefined for an operation without one. */
  body: unknown;
  /** As in the response's `X-Request-Id`. */
  requestId: string;
  /** Name of the secret that a read reveals. */
  reveals: string | undefined;
  /** Undefined where nobody signs in. */
  user: User | undefined;
  /** The sandbox office; null for the default one, and always with the provider. */
  office: string | null;
  /** Writes that belong together have the same. */
  batch: string | null;
  /** The journal's entry that it takes back. */
  undoes: number | null;
}

/** What a write was answered, and its entry in the journal. */
export interface RecordedResponse {
  response: UpstreamResponse;
  entry: number;
}

/** Reads from the same upstream as the write; its body without secrets. Throws `ProxyError`. */
export type ReadUpstream = <N extends OperationName>(
  name: N,
  request?: Request<Operations[N]>,
) => Promise<unknown>;

/**
 * Runs around each write, which `send` sends. Nothing is sent if it throws before: a `ProxyError`
 * is then the response.
 */
export type AroundWrite = (
  write: Write,
  send: () => Promise<UpstreamResponse>,
  read: ReadUpstream,
) => Promise<RecordedResponse>;

/**
 * Decides whether a call may go on, and sets the context's `user`. `reveals` is the secret that it
 * asks for. Throws `ProxyError`.
 */
export type Authorize = (
  c: ProxyContext,
  operation: Operation,
  reveals: string | undefined,
) => Promise<void>;
