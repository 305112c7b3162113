import { isUtf8 } from "node:buffer";
import type { Incoming } from "./incoming.ts";
import { ProxyError } from "./proxyError.ts";
import type { Taker } from "./taker.ts";

/** The largest request body, in bytes, that is passed on. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * Reads a whole body as it came. Fails with `ProxyError` (413) above `limit` bytes, before the rest
 * is read.
 */
export function readBody(request: Incoming, limit = MAX_BODY_BYTES, taker: Taker<Buffer>): void {
  const tooLarge = () =>
    new ProxyError("body-too-large", `The body is larger than ${limit} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    taker.fail(tooLarge());
    return;
  }
  const fail = (error: unknown) => taker.fail(error instanceof RangeError ? tooLarge() : error);
  request.body(limit, { take: taker.take, fail });
}

/** As `readBody`, and fails with `ProxyError` (400) unless the body is JSON and declared as JSON. */
export function readJsonBody(
  request: Incoming,
  limit: number | undefined,
  taker: Taker<Buffer>,
): void {
  const type = (request.headers["content-type"] ?? "").split(";")[0] ?? "";
  const refuse = (words: string) => taker.fail(new ProxyError("bad-request", words));
  if (type.trim().toLowerCase() !== "application/json") {
    refuse("The body has to be application/json.");
    return;
  }
  const take = (body: Buffer) => {
    if (isJson(body)) taker.take(body);
    else refuse("The body is not valid JSON.");
  };
  readBody(request, limit, { take, fail: taker.fail });
}

function isJson(body: Buffer): boolean {
  const text = body.toString("utf8");
  // Stands for what is not UTF-8, unless it was sent as it is.
  if (text.includes("\u{fffd}") && !isUtf8(body)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
