import { isUtf8 } from "node:buffer";
import type { Incoming } from "./incoming.ts";
import { Refusal } from "./refusal.ts";

/** The largest request body, in bytes, that is passed on. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * Reads a whole body as it came. Throws `Refusal` (413) above `limit` bytes, before the rest
 * is read.
 */
export async function readBody(request: Incoming, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const tooLarge = () => new Refusal("body-too-large", `The body is larger than ${limit} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge();
  try {
    return await request.body(limit);
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : error;
  }
}

/** As `readBody`, and throws `Refusal` (400) unless the body is JSON and declared as JSON. */
export async function readJsonBody(request: Incoming, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const type = (request.headers["content-type"] ?? "").split(";")[0] ?? "";
  if (type.trim().toLowerCase() !== "application/json") {
    throw new Refusal("bad-request", "The body has to be application/json.");
  }
  const body = await readBody(request, limit);
  if (!isJson(body)) throw new Refusal("bad-request", "The body is not valid JSON.");
  return body;
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
