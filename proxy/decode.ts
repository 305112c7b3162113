import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

/** No legitimate server nests more encodings. */
const MAX_ENCODINGS = 2;

/**
 * Decodes a body by its `Content-Encoding`, which a server or a middlebox may apply unasked. Throws
 * for an unknown encoding, a truncated body, and as soon as the result exceeds `maxBytes`.
 */
export async function decodeBody(
  body: Buffer,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const encodings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (encodings.length > MAX_ENCODINGS) throw new Error("too many encodings");
  let result = body;
  for (const name of encodings.toReversed()) {
    // Some servers send an encoding header with an empty body.
    if (result.length > 0) result = await decode(result, name, maxBytes);
  }
  return result;
}

function decode(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const limit = { maxOutputLength: maxBytes };
  if (encoding === "gzip" || encoding === "x-gzip") return promisify(gunzip)(body, limit);
  if (encoding === "br") return promisify(brotliDecompress)(body, limit);
  // The standard requires zlib's two-byte header; some servers omit it.
  const hasHeader =
    ((body[0] ?? 0) & 0x0f) === 8 && body.length > 1 && body.readUInt16BE(0) % 31 === 0;
  if (encoding === "deflate") return promisify(hasHeader ? inflate : inflateRaw)(body, limit);
  throw new Error("unknown encoding");
}
