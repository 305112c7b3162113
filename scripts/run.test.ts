import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const LIB = pathToFileURL(join(import.meta.dirname, "lib")).href;

/** What a script that uses our helpers writes, to both outputs, and its exit code. */
function script(text: string) {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, "script.mjs");
  writeFileSync(file, text.replaceAll("LIB", LIB));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  return { status, written: stdout + stderr };
}

const quietly = (code: number) => `
  import { run } from "LIB/run.mjs";
  const child = 'console.log("said"); console.error("warned"); process.exit(${code})';
  process.exitCode = await run(process.execPath, ["-e", child], { quiet: true });`;

it("a quiet step that succeeds writes nothing, one that fails everything", () => {
  expect(script(quietly(0))).toEqual({ status: 0, written: "" });
  const { status, written } = script(quietly(3));
  expect(status).toBe(3);
  expect(written).toContain("said\n");
  expect(written).toContain("warned\n");
});

const check = (path: string) =>
  script(`import { requirePlainFolder } from "LIB/node.mjs"; requirePlainFolder("${path}");`);

it("a folder that Vite can't build in is named before anything is installed", () => {
  expect(check("/home/Анна/pult (2) [x] 100%")).toEqual({ status: 0, written: "" });
  for (const path of ["/home/a#b/pult", "/home/pult?"]) {
    const { status, written } = check(path);
    expect(status).toBe(1);
    expect(written).toContain(path);
    expect(written).toContain("Rename or move the folder");
  }
});
