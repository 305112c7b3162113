import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import type { ProxyEnv } from "./env.ts";
import { ProxyError } from "./proxyError.ts";

/** Maximum size of a forwarded request body, in bytes. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * Reads a whole body. Throws `ProxyError` (413) above `limit` bytes, before the rest is read.
 * Hono's `bodyLimit` would require replacing Node's `Request` everywhere.
 */
export async function readBody(incoming: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(incoming.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  // Keeps the connection open so that the client can read the 413.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** As `readBody`; throws `ProxyError` (400) unless the body is JSON and declared as JSON. */
export async function readJsonBody(incoming: IncomingMessage, limit?: number): Promise<Buffer> {
  const type = (incoming.headers["content-type"] ?? "").split(";")[0] ?? "";
  if (type.trim().toLowerCase() !== "application/json") {
    throw new ProxyError("bad-request", "The body has to be application/json.");
  }
  const body = await readBody(incoming, limit);
  if (!isJson(body)) throw new ProxyError("bad-request", "The body is not valid JSON.");
  return body;
}

/**
 * Responds 400 to any transfer coding but chunked: Node calls the listener before it rejects such a
 * request, and an operation without a body would have been forwarded by then.
 */
export const rejectUnclearLength: MiddlewareHandler<ProxyEnv> = async (c, next) => {
  const encoding = c.env.incoming.headers["transfer-encoding"] ?? "chunked";
  if (encoding.toLowerCase() === "chunked") return next();
  throw new ProxyError("bad-request", "The length of the body is not clear.");
};

function tooLarge(limit: number): ProxyError {
  return new ProxyError("body-too-large", `The body is larger than ${limit} bytes.`);
}

function isJson(body: Buffer): boolean {
  if (!isUtf8(body)) return false;
  try {
    JSON.parse(body.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}
