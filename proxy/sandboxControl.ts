import * as z from "zod/mini";
import type { Operation } from "#api/operation.ts";
import { type ProxyContext, rawPath, rawQuery } from "./env.ts";
import { sendBytes, type ForwardOptions } from "./forward.ts";
import { clientResponseHeaders, OFFICE, upstreamRequestHeaders } from "./headers.ts";
import { ProxyError, wrongMethod } from "./proxyError.ts";
import { readBody } from "./readBody.ts";

const METHODS = ["GET", "PUT", "POST"] as const;
const PLAIN_PATH = /^\/__sandbox(\/[\w-]+)+$/;

/** With a login they are for administrators: they change what everybody sees. */
const control = (method: (typeof METHODS)[number], path: string): Operation => ({
  name: "sandboxControl",
  method,
  path: path as `/${string}`,
  access: "admin",
  summary: "The sandbox's own switches",
  source: "Pult",
  response: z.unknown(),
});

/**
 * Forwards a request to the sandbox's controls (faults, offices), in sandbox mode only: the
 * provider has no such paths.
 */
export async function forwardControl(c: ProxyContext, options: ForwardOptions): Promise<Response> {
  const { credentials, isSandbox, maxBodyBytes, upstream, sharing, onSandboxReset } = options;
  const { incoming } = c.env;
  c.set("operation", "the sandbox's own switches");
  const path = rawPath(incoming);
  if (!isSandbox || !PLAIN_PATH.test(path)) {
    throw new ProxyError("unknown-path", "There is no such path.");
  }
  const method = METHODS.find((one) => one === incoming.method);
  if (method === undefined) throw wrongMethod(METHODS);
  await options.authorize?.(c, control(method, path), undefined);
  const query = new URLSearchParams(rawQuery(incoming));
  const request = {
    method,
    target: path + (query.size > 0 ? `?${query}` : ""),
    headers: upstreamRequestHeaders(incoming.headers, credentials, { isSandbox }),
    body: method === "GET" ? undefined : await readBody(incoming, maxBodyBytes),
  };
  try {
    const response = await upstream(request, c.req.raw.signal);
    return sendBytes(c, response.status, clientResponseHeaders({ response }), response.body);
  } finally {
    if (method !== "GET") sharing.invalidate();
    if (path === "/__sandbox/reset") onSandboxReset?.(request.headers[OFFICE] ?? null);
  }
}
