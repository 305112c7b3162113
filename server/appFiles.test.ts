import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProxyEnv } from "#proxy/env.ts";
import { fileHeaders } from "#proxy/secureHeaders.ts";
import { NONCE_PLACEHOLDER, serveApp } from "./appFiles.ts";

const SCRIPT = "export const a = 1;\n".repeat(200);
const PAGE =
  `<!doctype html><title>Pult</title><style nonce="${NONCE_PLACEHOLDER}"></style>` +
  `<script nonce="${NONCE_PLACEHOLDER}"></script>`;
const app = new Hono<ProxyEnv>();
const get = (path: string, headers: Record<string, string> = { accept: "text/html" }) =>
  app.request(path, { headers });

beforeAll(() => {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  mkdirSync(join(dir, "assets"));
  mkdirSync(join(dir, ".vite"));
  writeFileSync(join(dir, "index.html"), PAGE);
  writeFileSync(join(dir, "favicon.svg"), "<svg/>");
  writeFileSync(join(dir, ".vite/manifest.json"), "{}");
  writeFileSync(join(dir, "assets/app-1a2b.js"), SCRIPT);
  writeFileSync(join(dir, "assets/app-1a2b.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(dir, "assets/app-1a2b.js.gz"), gzipSync(SCRIPT));
  writeFileSync(join(dir, "assets/backup.gz"), "not a compressed copy");
  app.use(fileHeaders);
  serveApp(app, dir);
  return () => rmSync(dir, { recursive: true });
});

describe("a file", () => {
  it("is cached for a year if it is a hashed asset, and revalidated otherwise", async () => {
    const asset = await get("/assets/app-1a2b.js");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(asset.headers.get("content-type")).toContain("text/javascript");
    expect(await asset.text()).toBe(SCRIPT);
    const icon = await get("/favicon.svg");
    expect(icon.headers.get("cache-control")).toBe("no-cache");
    expect(icon.headers.get("content-type")).toContain("image/svg+xml");
    expect(icon.headers.get("content-security-policy")).toMatch(/^default-src 'none'.*sandbox$/);
  });

  it.each([
    "/assets/old-9.js",
    "/robots.txt",
    "/.vite/manifest.json",
    "/..%2fpackage.json",
    "/assets/app-1a2b.js.br",
    "/assets/app-1a2b.js.gz",
  ])("is not served at %s", async (path) => expect((await get(path)).status).toBe(404));

  it("gets a 304 if the client has it", async () => {
    const etag = (await get("/favicon.svg")).headers.get("etag") ?? "";
    const strong = etag.replace("W/", "");
    for (const ifNoneMatch of [etag, strong, `"other", ${etag}`, "*"]) {
      const again = await get("/favicon.svg", { "if-none-match": ifNoneMatch });
      expect([ifNoneMatch, again.status]).toEqual([ifNoneMatch, 304]);
      expect(again.headers.get("cache-control")).toBe("no-cache");
      expect(again.headers.get("etag")).toBe(etag);
      expect(await again.text()).toBe("");
    }
    expect((await get("/favicon.svg", { "if-none-match": '"other"' })).status).toBe(200);
  });

  it.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
  ])("is served precompressed for Accept-Encoding %j", async (accepted, encoding, decompress) => {
    const response = await get("/assets/app-1a2b.js", { "accept-encoding": accepted });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("content-type")).toContain("text/javascript");
    expect(response.headers.get("vary")).toBe("accept-encoding");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(decompress(bytes).toString()).toBe(SCRIPT);
  });

  it("is served uncompressed if there is no compressed copy or the client accepts none", async () => {
    const small = await get("/favicon.svg", { "accept-encoding": "br" });
    expect(small.headers.get("content-encoding")).toBeNull();
    const archive = await get("/assets/backup.gz", { "accept-encoding": "gzip" });
    expect(archive.headers.get("content-encoding")).toBeNull();
    const plain = await get("/assets/app-1a2b.js", { "accept-encoding": "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.headers.get("vary")).toBe("accept-encoding");
    expect(await plain.text()).toBe(SCRIPT);
  });
});

describe("the page", () => {
  it.each(["/", "/sip", "/sip/25?tab=scenarios", "/directions", "/index.html"])(
    "is served for %s",
    async (path) => {
      const page = await get(path);
      expect(page.status).toBe(200);
      expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(await page.text()).toContain("<title>Pult</title>");
    },
  );

  it("has a new nonce in every response", async () => {
    const nonces = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const page = await get("/sip");
      const policy = page.headers.get("content-security-policy") ?? "";
      const [, nonce = ""] = /script-src 'nonce-([\w+/]{22}==)'/.exec(policy) ?? [];
      expect(policy).toContain(`style-src 'nonce-${nonce}'`);
      expect(await page.text()).toBe(PAGE.replaceAll(NONCE_PLACEHOLDER, nonce));
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(20);
  });

  it("has a Content-Security-Policy that allows only what it needs", async () => {
    const policy = (await get("/")).headers.get("content-security-policy") ?? "";
    expect(policy.replaceAll(/nonce-[\w+/]{22}==/g, "nonce").split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'nonce'",
      "style-src 'nonce'",
      "font-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "worker-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it("is never served from a cache, which would have an old nonce", async () => {
    const page = await get("/sip", { accept: "text/html", "if-none-match": "*" });
    expect(page.status).toBe(200);
    expect(page.headers.get("etag")).toBeNull();
    expect(page.headers.get("cache-control")).toBe("private, no-cache");
  });

  it("is compressed", async () => {
    const page = await get("/sip", { accept: "text/html", "accept-encoding": "br, gzip" });
    expect(page.headers.get("content-encoding")).toBe("gzip");
    expect(page.headers.get("vary")).toMatch(/^accept-encoding$/i);
    const text = gunzipSync(Buffer.from(await page.arrayBuffer())).toString();
    expect(text).toContain("<title>Pult</title>");
    expect(text).not.toContain(NONCE_PLACEHOLDER);
  });

  it("is not served to clients that accept no HTML, nor for writes", async () => {
    expect((await get("/sip", { accept: "application/json" })).status).toBe(404);
    expect((await app.request("/sip", { method: "POST" })).status).toBe(405);
  });
});

it("responds to HEAD as to GET, without the body", async () => {
  for (const path of ["/sip", "/assets/app-1a2b.js"]) {
    const headers = { accept: "text/html", "accept-encoding": "gzip" };
    const head = await app.request(path, { method: "HEAD", headers });
    const whole = await get(path, headers);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const names = ["content-type", "etag", "cache-control"];
    for (const name of names) expect(head.headers.get(name)).toBe(whole.headers.get(name));
  }
});
