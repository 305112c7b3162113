import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";

const ROOT = join(import.meta.dirname, "..");
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

it("what Git checks out has the line breaks of the format check, whatever core.autocrlf says", () => {
  const rules = readFileSync(join(ROOT, ".gitattributes"), "utf8");
  expect(rules).toMatch(/^\* text=auto eol=lf$/m);
});

/** Writes more than anybody wants to read, as npm and Vite do, and notes with what it was called. */
const FAKE_NPM = `#!/usr/bin/env node
  const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
  const args = process.argv.slice(2);
  appendFileSync("calls", args.join(" ") + "\\n");
  for (let line = 0; line < 40; line++) console.log("npm warn deprecated something@1");
  if (process.env.FAIL === args[0]) process.exit(1);
  if (args[0] === "run") {
    mkdirSync("dist/client", { recursive: true });
    mkdirSync("dist/server", { recursive: true });
    writeFileSync("dist/client/index.html", "");
    writeFileSync("dist/server/main.js", 'console.log("Pult is ready")');
  }`;

/** Runs `npm start`'s script in a fresh clone, with an npm that installs and builds nothing. */
function startFresh(env: Record<string, string> = {}) {
  const clone = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(clone, { recursive: true }));
  cpSync(join(ROOT, "scripts"), join(clone, "scripts"), { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) {
    cpSync(join(ROOT, name), join(clone, name));
  }
  const bin = join(clone, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "package.json"), "{}");
  writeFileSync(join(bin, "npm"), FAKE_NPM);
  chmodSync(join(bin, "npm"), 0o755);
  const PATH = [bin, dirname(process.execPath)].join(delimiter);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    cwd: clone,
    encoding: "utf8",
    env: { PATH, ...env },
  });
  return { status, stdout, stderr, calls: readFileSync(join(clone, "calls"), "utf8").split("\n") };
}

// A script with a shebang stands for npm.
describe.skipIf(process.platform === "win32")("a fresh clone", () => {
  it("is started with words on installing and building, and nothing of theirs", () => {
    const { status, stdout, stderr } = startFresh();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      expect.stringMatching(/^Installing the packages .*minute/),
      "Building the app…",
      "Pult is ready",
      "",
    ]);
  });

  it("takes its packages from the lockfile alone: where that fails, nothing else is installed", () => {
    const { status, stdout, stderr, calls } = startFresh({ FAIL: "ci" });
    expect(status).toBe(1);
    expect(stdout).not.toContain("Building");
    expect(stderr).toContain("The packages could not be installed");
    expect(calls).toEqual([expect.stringMatching(/^ci --include=dev/), ""]);
  });
});
