import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

/** Packed more often than that, no honest answer is. */
const MOST_LAYERS = 2;

/**
 * Unpacks a body by its `Content-Encoding`, which a server or a filter in between may choose
 * unasked. Throws for an unknown encoding, for what is cut, and as soon as the result is larger
 * than `most` bytes.
 */
export async function decoded(
  body: Buffer,
  encoding: string | undefined,
  most: number,
): Promise<Buffer> {
  const layers = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (layers.length > MOST_LAYERS) throw new Error("packed too often");
  let unpacked = body;
  for (const layer of layers.toReversed()) {
    // What is empty was not packed, whatever its headers say.
    // oxlint-disable-next-line no-await-in-loop -- each unpacks what the one before gave
    if (unpacked.length > 0) unpacked = await unpack(unpacked, layer, most);
  }
  return unpacked;
}

function unpack(body: Buffer, encoding: string, most: number): Promise<Buffer> {
  const limit = { maxOutputLength: most };
  if (encoding === "gzip" || encoding === "x-gzip") return promisify(gunzip)(body, limit);
  if (encoding === "br") return promisify(brotliDecompress)(body, limit);
  // By its standard with zlib's two bytes of header; some servers leave those out.
  const hasHeader =
    ((body[0] ?? 0) & 0x0f) === 8 && body.length > 1 && body.readUInt16BE(0) % 31 === 0;
  if (encoding === "deflate") return promisify(hasHeader ? inflate : inflateRaw)(body, limit);
  throw new Error("unknown encoding");
}
