import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Hono, MiddlewareHandler } from "hono";
import { every } from "hono/combine";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { serveStatic } from "hono/serve-static";
import type { ProxyEnv } from "#proxy/env.ts";
import { pagePolicy } from "#proxy/secureHeaders.ts";

/** Placeholder for the nonce in the built page. */
export const NONCE_PLACEHOLDER = "nonce-of-this-answer";

const INDEX = "index.html";
/** A precompressed copy that the build puts next to a file. */
const COMPRESSED_COPY = /\.(br|gz)$/;

/**
 * Serves a built app from memory: only the files that `dir` holds at startup, precompressed where
 * the build made a compressed copy. Any other path that may be a page gets `index.html`, whose file
 * names are put under `basePath`; a missing file is a 404. Throws if `dir` has no `index.html`.
 */
export function serveApp(app: Hono<ProxyEnv>, dir: string, basePath = ""): void {
  const contents = readFiles(dir);
  const page = withBasePath(basePath, readFileSync(join(dir, INDEX), "utf8"));
  const file = every(
    etagUnlessAsset,
    cacheAndVary,
    serveStatic({
      getContent: async (path) => contents.get(path) ?? null,
      join: (_, path) => path,
      precompressed: true,
    }),
  );
  const isFile = (path: string) =>
    contents.has(path) &&
    !(COMPRESSED_COPY.test(path) && contents.has(path.replace(COMPRESSED_COPY, "")));

  app.use(async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    return c.text("Method not allowed", 405, { allow: "GET, HEAD" });
  });
  app.use(async (c, next) => (isFile(c.req.path) ? file(c, next) : next()));
  app.get("*", pagePolicy, compress(), (c) => {
    if (!mayBePage(c.req.path, c.req.header("accept"))) return c.text("Not found", 404);
    // Scripts and styles run only with the random nonce of this response.
    const nonce = c.get("secureHeadersNonce") ?? "";
    return c.body(page.replaceAll(NONCE_PLACEHOLDER, nonce), 200, {
      "content-type": "text/html; charset=utf-8",
      // No ETag: a cached page would not have the nonce of this response.
      "cache-control": "private, no-cache",
    });
  });
}

/** The files by their request path. */
function readFiles(dir: string): Map<string, Uint8Array<ArrayBuffer>> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`/${relative(dir, file).replaceAll(sep, "/")}`, file] as const)
    // The page differs for each response; Vite's manifest is for build tools only.
    .filter(([path]) => path !== `/${INDEX}` && !path.startsWith("/."));
  return new Map(files.map(([path, file]) => [path, new Uint8Array(readFileSync(file))]));
}

const weakEtag = etag({ weak: true });
/** Vite adds a content hash to the names of assets, so they never change. */
const isAsset = (path: string) => path.startsWith("/assets/");
const etagUnlessAsset: MiddlewareHandler = async (c, next) =>
  isAsset(c.req.path) ? next() : weakEtag(c, next);

const cacheAndVary: MiddlewareHandler = async (c, next) => {
  await next();
  c.header(
    "cache-control",
    isAsset(c.req.path) ? "public, max-age=31536000, immutable" : "no-cache",
  );
  c.header("vary", "accept-encoding");
};

function mayBePage(path: string, accept = "*/*"): boolean {
  const lastSegment = path.split("/").at(-1) ?? "";
  return path === `/${INDEX}` || (!lastSegment.includes(".") && /text\/html|\*\/\*/.test(accept));
}

/** The built page has relative file names, but is served at paths of any depth. */
function withBasePath(basePath: string, built: string): string {
  const page = built.replaceAll('"./', `"${basePath}/`);
  return basePath === "" ? page : page.replace("<html ", `<html data-base="${basePath}" `);
}
