import type { Operation, Request } from "#api/operation.ts";
import type { OperationName, Operations } from "#api/operations.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** A write that is about to leave for the upstream. */
export interface Write {
  operation: Operation;
  params: Readonly<Record<string, string | number>>;
  /** The parsed JSON body; undefined for an operation without one. */
  body: unknown;
  /** As in the response's `X-Request-Id`. */
  requestId: string;
  /** The sandbox office; null for the default one, and always with the provider. */
  office: string | null;
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
) => Promise<UpstreamResponse>;
