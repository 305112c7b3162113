import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { matchOperation } from "#api/match.ts";
import { label, type Operation, buildPath } from "#api/operation.ts";
import { REVEAL_HEADER } from "#api/ownHeader.ts";
import { acceptedAgeMs } from "./cacheControl.ts";
import type { RedactBody } from "./redaction/body.ts";
import { type ProxyContext, rawPath, rawQuery } from "./env.ts";
import {
  clientResponseHeaders,
  type Credentials,
  upstreamRequestHeaders,
  type UpstreamResult,
} from "./headers.ts";
import { isSuccess } from "./isSuccess.ts";
import { ProxyError, wrongMethod } from "./proxyError.ts";
import { bodyFromQuery, declaredQuery } from "./query.ts";
import { readJsonBody } from "./readBody.ts";
import type { Sharing } from "./sharing.ts";
import type { Upstream, UpstreamRequest, UpstreamResponse } from "./upstream.ts";

/** What forwarding needs to know besides the request. */
export interface ForwardOptions {
  credentials: Credentials;
  isSandbox: boolean;
  maxBodyBytes: number | undefined;
  redact: RedactBody;
  upstream: Upstream;
  sharing: Sharing;
}

type Params = Record<string, string | number>;

/**
 * Passes a request on if it is one of the declared operations, rebuilt from the declaration:
 * nothing of the browser's path, and only declared keys of its query, reach the provider.
 * Throws `ProxyError` for anything else.
 */
export async function forward(c: ProxyContext, options: ForwardOptions): Promise<Response> {
  const { incoming } = c.env;
  const { operation, params } = declaredOperation(incoming.method ?? "", rawPath(incoming));
  c.set("operation", label(operation));
  const { credentials, isSandbox, maxBodyBytes } = options;
  const isShared = operation.shareMs !== undefined;
  const request: UpstreamRequest = {
    method: operation.method,
    target: buildPath(operation, params) + declaredQuery(operation, rawQuery(incoming)),
    headers: upstreamRequestHeaders(incoming.headers, credentials, { isSandbox, isShared }),
    body: await upstreamBody(c, operation, maxBodyBytes),
  };
  const sentAt = performance.now();
  try {
    const result = await ask(c, operation, request, options);
    return sendResult(c, result, operation, params);
  } finally {
    c.set("upstreamMs", performance.now() - sentAt);
  }
}

function declaredOperation(method: string, path: string): { operation: Operation; params: Params } {
  const match = matchOperation(method, path);
  if (match.found === "operation") return match;
  if (match.found === "path") throw wrongMethod(match.allow);
  throw new ProxyError("unknown-path", "There is no such operation.");
}

/** Byte for byte: what a body may hold is for the provider to judge. */
async function upstreamBody(c: ProxyContext, { body, method }: Operation, maxBytes?: number) {
  const { incoming } = c.env;
  if (body === undefined) return undefined;
  return method === "GET"
    ? bodyFromQuery(body, rawQuery(incoming))
    : readJsonBody(incoming, maxBytes);
}

/** An answer of the upstream without secrets: a shared one, or one for this viewer alone. */
async function ask(
  c: ProxyContext,
  operation: Operation,
  request: UpstreamRequest,
  { upstream, sharing, redact }: ForwardOptions,
): Promise<UpstreamResult> {
  const { headers } = c.env.incoming;
  const { method, shareMs, reveals } = operation;
  const isRevealed = reveals !== undefined && headers[REVEAL_HEADER.toLowerCase()] === reveals;
  const redacted = (response: UpstreamResponse) => ({
    ...response,
    body: redact(operation, response, isRevealed ? reveals : undefined),
  });
  const { signal } = c.req.raw;
  // A secret is for the one who asked: such an answer is never shared.
  if (shareMs !== undefined && !isRevealed) {
    return sharing.share({
      // Whatever goes up may change the answer; the sandbox's office is among the headers.
      key: JSON.stringify([request.method, request.target, request.headers]),
      acceptMs: acceptedAgeMs(headers, shareMs),
      signal,
      load: async (shared) => {
        const response = await upstream(request, shared);
        return { response: redacted(response), isGood: isSuccess(operation, response) };
      },
    });
  }
  try {
    return { response: redacted(await upstream(request, signal)) };
  } finally {
    // Also after a failure: the write may have been done.
    if (method !== "GET") sharing.invalidate();
  }
}

function sendResult(
  c: ProxyContext,
  result: UpstreamResult,
  operation: Operation,
  params: Params,
): Response {
  const { status, headers, body } = result.response;
  const down = clientResponseHeaders(result);
  const location = operation.location && createdPath(operation, params, headers.location);
  if (location !== undefined) down["location"] = location;
  return sendBytes(c, status, down, body);
}

/**
 * Sends a response in one write, with its length. Node's server reads the body of a `Response` as
 * a stream, which takes as long as all checks of the proxy together.
 */
export function sendBytes(
  { env: { outgoing } }: ProxyContext,
  status: number,
  headers: Record<string, string>,
  body: Buffer,
): Response {
  const hasBody = status !== 204 && status !== 205;
  outgoing.writeHead(status, hasBody ? { ...headers, "content-length": body.length } : headers);
  outgoing.end(hasBody ? body : undefined);
  return RESPONSE_ALREADY_SENT;
}

/**
 * The only part of a `Location` that the app needs is the id at its end. The rest is written
 * again, so that it can't point elsewhere.
 */
function createdPath(
  operation: Operation,
  params: Params,
  location: string | undefined,
): string | undefined {
  const id = /\/(\d{1,16})\/*(?:[?#].*)?$/.exec(location ?? "")?.[1];
  return id === undefined ? undefined : `${buildPath(operation, params)}/${id}`;
}
