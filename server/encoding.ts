import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Ways to pack an answer, the better first. */
export const ENCODINGS = ["br", "gzip"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a packed twin of a file ends with. */
export const TWIN: Record<Encoding, string> = { br: ".br", gzip: ".gz" };

/** Whether a file of this type and so many bytes gets smaller by more than it costs. */
export function isWorthPacking(type: string, bytes: number): boolean {
  return bytes >= 1024 && /^text\/|json|javascript|svg|xml/.test(type);
}

/** Packs bytes: `best` as small as can be, for what is packed once; else as fast as is sensible. */
export function pack(bytes: Buffer, encoding: Encoding, best: boolean): Promise<Buffer> {
  if (encoding === "gzip") return promisify(gzip)(bytes, { level: best ? 9 : 6 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: best ? 11 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

/**
 * What a browser's `Accept-Encoding` likes best of what there is; undefined is the plain bytes.
 * Where it likes two the same, the better packed wins.
 */
export function encodingFor(
  header: string | undefined,
  there: readonly Encoding[] = ENCODINGS,
): Encoding | undefined {
  const liking = new Map((header ?? "").split(",").map(likingOf));
  const of = (name: string) => liking.get(name) ?? liking.get("*") ?? 0;
  const best = Math.max(0, ...there.map(of));
  if (best === 0 || (liking.get("identity") ?? 0) > best) return undefined;
  return ENCODINGS.find((encoding) => there.includes(encoding) && of(encoding) === best);
}

/** `gzip;q=0.5` as `["gzip", 0.5]`; what makes no sense is not liked. */
function likingOf(part: string): [string, number] {
  const [name = "", ...params] = part.split(";").map((text) => text.trim().toLowerCase());
  if (params.length === 0) return [name, 1];
  const [, value] = /^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(params.join(";")) ?? [];
  return [name, value === undefined ? 0 : Number(value)];
}
