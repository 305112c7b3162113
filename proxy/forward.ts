import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { operations } from "#api/operations.ts";
import { matchOperation } from "#api/match.ts";
import { label, type Operation, buildPath } from "#api/operation.ts";
import { REVEAL_HEADER } from "#api/ownHeader.ts";
import { acceptedMaxAgeMs } from "./cacheControl.ts";
import type { RedactBody } from "./redaction/body.ts";
import { type ProxyContext, rawPath, rawQuery } from "./env.ts";
import {
  clientResponseHeaders,
  type Credentials,
  journalHeaders,
  OFFICE,
  upstreamRequestHeaders,
  type UpstreamResult,
} from "./headers.ts";
import { locationId } from "./locationId.ts";
import { isSuccess } from "./isSuccess.ts";
import { ProxyError, wrongMethod } from "./proxyError.ts";
import { bodyFromQuery, declaredQuery } from "./query.ts";
import { readJsonBody } from "./readBody.ts";
import type { Sharing } from "./sharing.ts";
import type { Upstream, UpstreamRequest, UpstreamResponse } from "./upstream.ts";
import { unacceptable } from "./upstreamError.ts";
import type { AroundWrite, Authorize, ReadUpstream, Write } from "./write.ts";

/** What forwarding needs besides the request. */
export interface ForwardOptions {
  credentials: Credentials;
  isSandbox: boolean;
  maxBodyBytes: number | undefined;
  redact: RedactBody;
  upstream: Upstream;
  sharing: Sharing;
  authorize: Authorize | undefined;
  aroundWrite: AroundWrite | undefined;
  /** Called when an office of the sandbox (null is the default one) starts over. */
  onSandboxReset: ((office: string | null) => void) | undefined;
}

type Params = Record<string, string | number>;

/**
 * Forwards a request if it is a declared operation, rebuilt from the declaration: nothing of the
 * client's path and only the declared keys of its query reach the provider. Throws `ProxyError` for
 * anything else.
 */
export async function forward(c: ProxyContext, options: ForwardOptions): Promise<Response> {
  const { incoming } = c.env;
  const { operation, params } = declaredOperation(incoming.method ?? "", rawPath(incoming));
  c.set("operation", label(operation));
  const { credentials, isSandbox, maxBodyBytes } = options;
  const reveals = revealed(operation, incoming);
  await options.authorize?.(c, operation, reveals);
  const isShared = operation.shareMs !== undefined;
  const request: UpstreamRequest = {
    method: operation.method,
    target: buildPath(operation, params) + declaredQuery(operation, rawQuery(incoming)),
    headers: upstreamRequestHeaders(incoming.headers, credentials, { isSandbox, isShared }),
    body: await upstreamBody(c, operation, maxBodyBytes),
  };
  const sentAt = performance.now();
  try {
    const result = await sendUpstream(c, operation, { params, request, reveals }, options);
    return sendResult(c, result, operation, params);
  } finally {
    c.set("upstreamMs", performance.now() - sentAt);
  }
}

/** The name of the secret that the client asks for, if the operation can reveal it. */
function revealed({ reveals }: Operation, { headers }: IncomingMessage): string | undefined {
  return headers[REVEAL_HEADER.toLowerCase()] === reveals ? reveals : undefined;
}

function declaredOperation(method: string, path: string): { operation: Operation; params: Params } {
  const match = matchOperation(method, path);
  if (match.found === "operation") return match;
  if (match.found === "path") throw wrongMethod(match.allow);
  throw new ProxyError("unknown-path", "There is no such operation.");
}

/** Forwards the body byte for byte: validating its fields is up to the provider. */
async function upstreamBody(c: ProxyContext, { body, method }: Operation, maxBytes?: number) {
  const { incoming } = c.env;
  if (body === undefined) return undefined;
  return method === "GET"
    ? bodyFromQuery(body, rawQuery(incoming))
    : readJsonBody(incoming, maxBytes);
}

/** Sends the request, or joins a shared one; the result holds no secrets. */
async function sendUpstream(
  c: ProxyContext,
  operation: Operation,
  {
    params,
    request,
    reveals,
  }: { params: Params; request: UpstreamRequest; reveals: string | undefined },
  options: ForwardOptions,
): Promise<UpstreamResult> {
  const { upstream, sharing, redact, aroundWrite } = options;
  const { headers } = c.env.incoming;
  const { method, shareMs } = operation;
  const withoutSecrets = (response: UpstreamResponse) => ({
    ...response,
    body: redact(operation, response, reveals),
  });
  const { signal } = c.req.raw;
  // Never share a response that holds a revealed secret.
  if (shareMs !== undefined && reveals === undefined) {
    return sharing.share({
      // The headers too may change the response, such as the sandbox office.
      key: JSON.stringify([request.method, request.target, request.headers]),
      maxAgeMs: acceptedMaxAgeMs(headers, shareMs),
      signal,
      load: async (sharedSignal) => {
        const response = await upstream(request, sharedSignal);
        return { response: withoutSecrets(response), isCacheable: isSuccess(operation, response) };
      },
    });
  }
  const send = async () => withoutSecrets(await upstream(request, signal));
  // A secret that leaves is recorded like a write.
  if (method === "GET" && reveals === undefined) return { response: await send() };
  try {
    if (aroundWrite === undefined) return { response: await send() };
    const write: Write = {
      operation,
      params,
      body: request.body && (JSON.parse(request.body.toString("utf8")) as unknown),
      requestId: c.var.requestId ?? "",
      user: c.var.user,
      reveals,
      office: request.headers[OFFICE] ?? null,
      ...journalHeaders(headers),
    };
    return await aroundWrite(write, send, createReader(headers, signal, options));
  } finally {
    // After a failure too: the write may have been carried out.
    if (method !== "GET") sharing.invalidate();
  }
}

/**
 * Reads with a request's headers; gives the body as JSON, without secrets, but the one that an
 * operation `reveals` if told so.
 */
export function createReader(
  headers: IncomingHttpHeaders,
  signal: AbortSignal,
  { credentials, isSandbox, upstream, redact }: ForwardOptions,
  { reveals = false } = {},
): ReadUpstream {
  return async (name, given: Partial<AnyRequest> = {}) => {
    const operation: Operation = operations[name];
    const request: UpstreamRequest = {
      method: operation.method,
      target: buildPath(operation, given.params),
      headers: upstreamRequestHeaders(headers, credentials, { isSandbox }),
      body: undefined,
    };
    const response = await upstream(request, signal);
    if (!isSuccess(operation, response)) throw unacceptable(`HTTP_${response.status}`);
    const secret = reveals ? operation.reveals : undefined;
    return JSON.parse(redact(operation, response, secret).toString("utf8")) as unknown;
  };
}

type AnyRequest = { params: Record<string, unknown> };

function sendResult(
  c: ProxyContext,
  result: UpstreamResult,
  operation: Operation,
  params: Params,
): Response {
  const { status, headers, body } = result.response;
  const clientHeaders = clientResponseHeaders(result);
  const id = operation.location && locationId(headers.location);
  // The app needs only the id. The path before it is rebuilt, so that it cannot point elsewhere.
  if (id !== undefined) clientHeaders["location"] = `${buildPath(operation, params)}/${id}`;
  return sendBytes(c, status, clientHeaders, body);
}

/**
 * Sends a response in one write, with its length. Node's server reads the body of a `Response` as a
 * stream, which takes as long as all the proxy's checks together.
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
