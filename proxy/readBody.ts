import { Refusal } from "./refusal.ts";
import type { Incoming } from "./incoming.ts";

/** The largest request body, in bytes, that is passed on. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * Reads a whole body as it came. Throws `Refusal` (413) above `limit` bytes, before the rest
 * is read.
 */
export async function readBody(request: Incoming, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const tooLarge = new Refusal("body-too-large", `The body is larger than ${limit} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** As `readBody`, and throws `Refusal` (400) unless the body is JSON and declared as JSON. */
export async function readJsonBody(request: Incoming, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (type.trim().toLowerCase() !== "application/json") {
    throw new Refusal("bad-request", "The body has to be application/json.");
  }
  const body = await readBody(request, limit);
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new Refusal("bad-request", "The body is not valid JSON.");
  }
  return body;
}
