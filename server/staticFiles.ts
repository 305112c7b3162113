import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Context, MiddlewareHandler } from "hono";
import { getMimeType } from "hono/utils/mime";
import { type Encoding, encodingFor, ENCODINGS, TWIN } from "./encoding.ts";
import { pageOf } from "./page.ts";

interface StaticFile {
  bytes: Buffer;
  type: string;
  etag: string;
  cacheControl: string;
  packed: ReadonlyMap<Encoding, Buffer>;
}

const FOREVER = "public, max-age=31536000, immutable";
const INDEX = "index.html";

/**
 * Serves a built app out of memory: the files that `dir` holds right now and no path beside
 * them, packed where the build left a packed twin. Any other address that may be a page gets
 * `index.html`, which names its files under `basePath`; a missing file is a 404. Throws when `dir` has no such page.
 */
export function staticFiles(dir: string, basePath = ""): MiddlewareHandler {
  const files = load(dir);
  const page = pageOf(readFileSync(join(dir, INDEX), "utf8"), basePath);
  return async (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      return c.text("Method not allowed", 405, { allow: "GET, HEAD" });
    }
    const file = files.get(c.req.path);
    if (file !== undefined) return answer(c, file);
    return mayBePage(c) ? answerPage(c, page) : c.text("Not found", 404);
  };
}

function load(dir: string): Map<string, StaticFile> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, sep).length))
    .map((name) => name.replaceAll(sep, "/"));
  const all = new Set(names);
  const isTwin = (name: string) =>
    ENCODINGS.some((one) => name.endsWith(TWIN[one]) && all.has(name.slice(0, -TWIN[one].length)));
  // Vite's manifest is for the build's own tools.
  const served = names.filter((name) => name !== INDEX && !name.startsWith(".") && !isTwin(name));
  return new Map(
    served.map((name) => {
      const twins = ENCODINGS.filter((encoding) => all.has(name + TWIN[encoding]));
      return [`/${name}`, fileOf(dir, name, twins)];
    }),
  );
}

function fileOf(dir: string, name: string, twins: readonly Encoding[]): StaticFile {
  const bytes = readFileSync(join(dir, name));
  const packed = twins.map((one) => [one, readFileSync(join(dir, name + TWIN[one]))] as const);
  return {
    bytes,
    type: getMimeType(name) ?? "application/octet-stream",
    // Weak: it stands for the content, however that is packed.
    etag: `W/"${createHash("sha1").update(bytes).digest("base64url")}"`,
    // Vite puts a hash of the content into the names of assets.
    cacheControl: name.startsWith("assets/") ? FOREVER : "no-cache",
    packed: new Map(packed),
  };
}

function mayBePage(c: Context): boolean {
  const isIndex = c.req.path === `/${INDEX}`;
  const lastSegment = c.req.path.split("/").at(-1) ?? "";
  const takesHtml = /text\/html|\*\/\*/.test(c.req.header("accept") ?? "*/*");
  return isIndex || (!lastSegment.includes(".") && takesHtml);
}

function answer(c: Context, file: StaticFile): Response {
  const headers: Record<string, string> = {
    etag: file.etag,
    "cache-control": file.cacheControl,
    vary: "accept-encoding",
  };
  if (isKnown(c.req.header("if-none-match") ?? "", file.etag)) return c.body(null, 304, headers);
  headers["content-type"] = file.type;
  const encoding = encodingFor(c.req.header("accept-encoding"), [...file.packed.keys()]);
  if (encoding !== undefined) headers["content-encoding"] = encoding;
  const bytes = encoding === undefined ? undefined : file.packed.get(encoding);
  return send(c, bytes ?? file.bytes, headers);
}

/** Without an ETag: a page kept from before would not carry the nonce of this answer. */
async function answerPage(c: Context, page: ReturnType<typeof pageOf>): Promise<Response> {
  const encoding = encodingFor(c.req.header("accept-encoding"));
  const { bytes, policy } = await page(encoding);
  return send(c, bytes, {
    "cache-control": "private, no-cache",
    vary: "accept-encoding",
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
  });
}

/** Says the length itself, so that HEAD says it as well. */
function send(c: Context, bytes: Buffer, headers: Record<string, string>): Response {
  const body = new Uint8Array(bytes);
  return c.body(body, 200, { ...headers, "content-length": String(body.length) });
}

/** Whether `If-None-Match` names the etag; a strong one of the same content counts too. */
function isKnown(header: string, etag: string): boolean {
  const known = header.split(",").map((one) => one.trim());
  return [etag, etag.replace(/^W\//, ""), "*"].some((one) => known.includes(one));
}
