import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Hono, MiddlewareHandler } from "hono";
import { every } from "hono/combine";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { serveStatic } from "hono/serve-static";
import type { ProxyEnv } from "#proxy/env.ts";
import { pagePolicy } from "#proxy/secureHeaders.ts";

/** Stands in the built page wherever a nonce has to. */
export const NONCE_PLACEHOLDER = "nonce-of-this-answer";

const INDEX = "index.html";
/** What the build puts beside a file: the same, packed. */
const TWIN = /\.(br|gz)$/;

/**
 * Serves a built app out of memory: the files that `dir` holds right now and no path beside
 * them, packed where the build left a packed twin. Any other address that may be a page gets
 * `index.html`, which names its files under `basePath`; a missing file is a 404. Throws when `dir`
 * has no such page.
 */
export function serveApp(app: Hono<ProxyEnv>, dir: string, basePath = ""): void {
  const contents = readFiles(dir);
  const page = underPath(basePath, readFileSync(join(dir, INDEX), "utf8"));
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
    contents.has(path) && !(TWIN.test(path) && contents.has(path.replace(TWIN, "")));

  app.use(async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    return c.text("Method not allowed", 405, { allow: "GET, HEAD" });
  });
  app.use(async (c, next) => (isFile(c.req.path) ? file(c, next) : next()));
  app.get("*", pagePolicy, compress(), (c) => {
    if (!mayBePage(c.req.path, c.req.header("accept"))) return c.text("Not found", 404);
    // What may run and paint in the page carries a number that nobody can guess.
    const nonce = c.get("secureHeadersNonce") ?? "";
    return c.body(page.replaceAll(NONCE_PLACEHOLDER, nonce), 200, {
      "content-type": "text/html; charset=utf-8",
      // And no ETag: a page kept from before would not carry the nonce of this answer.
      "cache-control": "private, no-cache",
    });
  });
}

/** By the path under which each is asked for. */
function readFiles(dir: string): Map<string, Uint8Array<ArrayBuffer>> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`/${relative(dir, file).replaceAll(sep, "/")}`, file] as const)
    // The page differs for each answer; Vite's manifest is for the build's own tools.
    .filter(([path]) => path !== `/${INDEX}` && !path.startsWith("/."));
  return new Map(files.map(([path, file]) => [path, new Uint8Array(readFileSync(file))]));
}

const weakEtag = etag({ weak: true });
/** Vite puts a hash of the content into the names of assets: those never change. */
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

/** The built page names its files relative to itself, but shows under addresses of any depth. */
function underPath(basePath: string, built: string): string {
  const page = built.replaceAll('"./', `"${basePath}/`);
  return basePath === "" ? page : page.replace("<html ", `<html data-base="${basePath}" `);
}
