import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { getMimeType } from "hono/utils/mime";

type Encoding = "br" | "gzip";

interface StaticFile {
  bytes: Buffer;
  type: string;
  etag: string;
  cacheControl: string;
  compressed: Map<Encoding, Promise<Buffer>>;
}

const FOREVER = "public, max-age=31536000, immutable";
const COMPRESSIBLE = /^text\/|json|javascript|svg|xml/;
/** Below this many bytes compressing gains nothing. */
const WORTH_COMPRESSING = 1024;

const compress: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    return promisify(brotliCompress)(bytes, { params });
  },
  gzip: promisify(gzip),
};

/**
 * Serves a built app out of memory: the files that `dir` holds right now and no path beside
 * them. Any other address that may be a page gets `index.html`; a missing file is a 404.
 * Throws when `dir` is missing.
 */
export function staticFiles(dir: string): MiddlewareHandler {
  const files = load(dir);
  const index = files.get("/index.html");
  return async (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      return c.text("Method not allowed", 405, { allow: "GET, HEAD" });
    }
    const file = files.get(c.req.path) ?? (mayBePage(c) ? index : undefined);
    return file === undefined ? c.text("Not found", 404) : answer(c, file);
  };
}

function load(dir: string): Map<string, StaticFile> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, sep).length))
    .map((name) => name.replaceAll(sep, "/"))
    // Vite's manifest is for the build's own tools.
    .filter((name) => !name.startsWith("."));
  return new Map(names.map((name) => [`/${name}`, fileOf(name, readFileSync(join(dir, name)))]));
}

function fileOf(name: string, bytes: Buffer): StaticFile {
  return {
    bytes,
    type: getMimeType(name) ?? "application/octet-stream",
    etag: `W/"${createHash("sha1").update(bytes).digest("base64url")}"`,
    // Vite puts a hash of the content into the names of assets.
    cacheControl: name.startsWith("assets/") ? FOREVER : "no-cache",
    compressed: new Map(),
  };
}

function mayBePage(c: Context): boolean {
  const lastSegment = c.req.path.split("/").at(-1) ?? "";
  return !lastSegment.includes(".") && /text\/html|\*\/\*/.test(c.req.header("accept") ?? "*/*");
}

async function answer(c: Context, file: StaticFile): Promise<Response> {
  const headers: Record<string, string> = {
    etag: file.etag,
    "cache-control": file.cacheControl,
    vary: "accept-encoding",
  };
  if (c.req.header("if-none-match") === file.etag) return c.body(null, 304, headers);
  headers["content-type"] = file.type;
  const encoding = encodingFor(c, file);
  if (encoding === undefined) return c.body(new Uint8Array(file.bytes), 200, headers);
  const bytes = file.compressed.get(encoding) ?? compress[encoding](file.bytes);
  file.compressed.set(encoding, bytes);
  headers["content-encoding"] = encoding;
  return c.body(new Uint8Array(await bytes), 200, headers);
}

function encodingFor(c: Context, file: StaticFile): Encoding | undefined {
  if (file.bytes.length < WORTH_COMPRESSING || !COMPRESSIBLE.test(file.type)) return undefined;
  const accepted = c.req.header("accept-encoding") ?? "";
  return (["br", "gzip"] as const).find((encoding) =>
    new RegExp(`(^|,)\\s*${encoding}\\s*(,|$|;(?!\\s*q=0(\\.0*)?\\s*(,|$)))`).test(accepted),
  );
}
