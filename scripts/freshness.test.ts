import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { isBuilt } from "./lib/freshness.mjs";
import { isInstalled } from "./lib/install.mjs";

let root = "";
const lock = (packages: Record<string, unknown>) => ({ packages: { "": {}, ...packages } });
const at = (name: string) => join(root, name);

function write(name: string, content: unknown, seconds = 1000): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), typeof content === "string" ? content : JSON.stringify(content));
  utimesSync(at(name), seconds, seconds);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pult-"));
  return () => rmSync(root, { recursive: true });
});

describe("isInstalled", () => {
  const hono = { version: "4.0.0" };
  const foreign = { version: "1.0.0", optional: true };

  it("compares the installed packages with the lockfile", () => {
    write("package-lock.json", lock({ "node_modules/hono": hono, "node_modules/mac": foreign }));
    expect(isInstalled(root)).toBe(false);
    write("node_modules/.package-lock.json", lock({ "node_modules/hono": { version: "3.0.0" } }));
    expect(isInstalled(root)).toBe(false);
    write("node_modules/.package-lock.json", lock({ "node_modules/hono": hono }));
    expect(isInstalled(root)).toBe(true);
  });
});

describe("isBuilt", () => {
  beforeEach(() => {
    write("src/app/main.ts", "", 1000);
    for (const folder of ["src/app", "src"]) utimesSync(at(folder), 1000, 1000);
    write("index.html", "", 1000);
    write("dist/client/index.html", "", 3000);
    write("dist/server/main.js", "", 2000);
  });

  it("is true when the build is newer than every source", () => {
    expect(isBuilt(root)).toBe(true);
  });

  it.each(["dist/client/index.html", "dist/server/main.js"])("is false without %s", (name) => {
    rmSync(at(name));
    expect(isBuilt(root)).toBe(false);
  });

  it("is false when a source is newer than the older build output", () => {
    write("src/app/main.ts", "", 2500);
    expect(isBuilt(root)).toBe(false);
  });

  it("is false when a source was deleted", () => {
    rmSync(at("src/app/main.ts"));
    expect(isBuilt(root)).toBe(false);
  });
});
