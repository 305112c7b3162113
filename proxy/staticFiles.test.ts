import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { staticFiles } from "./staticFiles.ts";

const SCRIPT = "export const a = 1;\n".repeat(200);
const app = new Hono();
const get = (path: string, headers: Record<string, string> = { accept: "text/html" }) =>
  app.request(path, { headers });

beforeAll(() => {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  mkdirSync(join(dir, "assets"));
  mkdirSync(join(dir, ".vite"));
  writeFileSync(join(dir, "index.html"), "<!doctype html><title>Pult</title>");
  writeFileSync(join(dir, "favicon.svg"), "<svg/>");
  writeFileSync(join(dir, ".vite/manifest.json"), "{}");
  writeFileSync(join(dir, "assets/app-1a2b.js"), SCRIPT);
  app.all("*", staticFiles(dir));
  return () => rmSync(dir, { recursive: true });
});

describe("staticFiles", () => {
  it("lets hashed assets be kept for a year, and nothing else", async () => {
    const asset = await get("/assets/app-1a2b.js");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(asset.headers.get("content-type")).toContain("text/javascript");
    expect(await asset.text()).toBe(SCRIPT);
    const icon = await get("/favicon.svg");
    expect(icon.headers.get("cache-control")).toBe("no-cache");
    expect(icon.headers.get("content-type")).toContain("image/svg+xml");
  });

  it.each(["/", "/sip", "/sip/25?tab=scenarios", "/directions"])(
    "gives %s the app",
    async (path) => {
      const page = await get(path);
      expect(page.status).toBe(200);
      expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(page.headers.get("cache-control")).toBe("no-cache");
      expect(await page.text()).toContain("<title>Pult</title>");
    },
  );

  it.each(["/assets/old-9.js", "/robots.txt", "/.vite/manifest.json", "/..%2fpackage.json"])(
    "has no %s",
    async (path) => expect((await get(path)).status).toBe(404),
  );

  it("gives no page to what wants none, and takes no writes", async () => {
    expect((await get("/sip", { accept: "application/json" })).status).toBe(404);
    expect((await app.request("/sip", { method: "POST" })).status).toBe(405);
  });

  it("answers an unchanged page with 304", async () => {
    const etag = (await get("/sip")).headers.get("etag") ?? "";
    const again = await get("/sip", { accept: "text/html", "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(again.headers.get("cache-control")).toBe("no-cache");
  });

  it.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
  ])("compresses for %j", async (accepted, encoding, unpack) => {
    const answer = await get("/assets/app-1a2b.js", { "accept-encoding": accepted });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("vary")).toBe("accept-encoding");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThan(SCRIPT.length / 5);
    expect(unpack(bytes).toString()).toBe(SCRIPT);
  });

  it("leaves what is small or unasked for as it is", async () => {
    const small = await get("/favicon.svg", { "accept-encoding": "br" });
    expect(small.headers.get("content-encoding")).toBeNull();
    const plain = await get("/assets/app-1a2b.js", { "accept-encoding": "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
  });
});
