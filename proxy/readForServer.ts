import type { Operation, Request, Result } from "#api/operation.ts";
import { buildPath } from "#api/operation.ts";
import { parseResponse } from "#api/parseResponse.ts";
import { bodyToQuery } from "#api/queryBody.ts";
import type { ForwardOptions } from "./forward.ts";
import { OFFICE, upstreamRequestHeaders } from "./headers.ts";
import { isSuccess } from "./isSuccess.ts";
import { declaredQuery } from "./query.ts";
import { unacceptable } from "./upstreamError.ts";

/** What the server itself reads, with nobody who asked for it. */
export interface ServerRead<T extends Operation> {
  data: Result<T>;
  /** Milliseconds since the provider was asked. */
  ageMs: number;
}

export interface ServerReadOptions {
  /** The greatest age of an answer to a viewer that will do, in milliseconds. */
  maxAgeMs: number;
  signal: AbortSignal;
  /** Of the sandbox; null is the default one. */
  office: string | null;
}

/**
 * Reads an operation without a body; one that is shared, together with the viewers. Throws
 * `ProxyError`, with the provider's `Retry-After` among its headers.
 */
export type ReadForServer = <T extends Operation>(
  operation: T,
  request: Pick<Request<T>, "query">,
  options: ServerReadOptions,
) => Promise<ServerRead<T>>;

/** `forwarding` is that of the viewers: what they were answered counts, and the other way round. */
export function createReadForServer(forwarding: ForwardOptions): ReadForServer {
  const { credentials, isSandbox, upstream, redact, sharing } = forwarding;
  return async (operation, { query }, { maxAgeMs, signal, office }) => {
    const isShared = operation.shareMs !== undefined;
    const search = bodyToQuery(query ?? {});
    const request = {
      method: operation.method,
      target: buildPath(operation) + declaredQuery(operation, String(search)),
      headers: upstreamRequestHeaders(office === null ? {} : { [OFFICE]: office }, credentials, {
        isSandbox,
        isShared,
      }),
      body: undefined,
    };
    const load = async (loadSignal: AbortSignal) => {
      const response = await upstream(request, loadSignal);
      const redacted = { ...response, body: redact(operation, response) };
      return { response: redacted, isCacheable: isSuccess(operation, redacted) };
    };
    const key = JSON.stringify([request.method, request.target, request.headers]);
    const { response, ageMs } = isShared
      ? await sharing.share({ key, maxAgeMs, signal, load })
      : { ...(await load(signal)), ageMs: 0 };
    if (!isSuccess(operation, response)) {
      const seconds = response.headers["retry-after"];
      throw unacceptable(
        `HTTP_${response.status}`,
        seconds === undefined ? {} : { "retry-after": seconds },
      );
    }
    const parsed = parseResponse(operation, JSON.parse(response.body.toString("utf8")));
    if (!("data" in parsed)) throw unacceptable(parsed.invalidPath);
    return { data: parsed.data, ageMs };
  };
}
