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

/** Runs a script that imports our helpers; returns its exit code and all of its output. */
function runScript(text: string) {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, "script.mjs");
  writeFileSync(file, text.replaceAll("LIB", LIB));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  return { status, output: stdout + stderr };
}

const quietStep = (code: number) => `
  import { run } from "LIB/run.mjs";
  const child = 'console.log("printed"); console.error("warned"); process.exit(${code})';
  process.exitCode = await run(process.execPath, ["-e", child], { quiet: true });`;

it("a quiet step prints its output only if it fails", () => {
  expect(runScript(quietStep(0))).toEqual({ status: 0, output: "" });
  const { status, output } = runScript(quietStep(3));
  expect(status).toBe(3);
  expect(output).toContain("printed\n");
  expect(output).toContain("warned\n");
});

const checkFolder = (path: string) =>
  runScript(`import { requirePlainFolder } from "LIB/node.mjs"; requirePlainFolder("${path}");`);

it("a folder name that Vite can't build in is rejected before anything is installed", () => {
  expect(checkFolder("/home/Анна/pult (2) [x] 100%")).toEqual({ status: 0, output: "" });
  for (const path of ["/home/a#b/pult", "/home/pult?"]) {
    const { status, output } = checkFolder(path);
    expect(status).toBe(1);
    expect(output).toContain(path);
    expect(output).toContain("Rename or move the folder");
  }
});

it(".gitattributes keeps LF line endings, whatever core.autocrlf is", () => {
  const rules = readFileSync(join(ROOT, ".gitattributes"), "utf8");
  expect(rules).toMatch(/^\* text=auto eol=lf$/m);
});

/** A noisy npm that logs its arguments, and fails or pretends to build. */
const FAKE_NPM = `#!/usr/bin/env node
  const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
  const args = process.argv.slice(2);
  appendFileSync("npm-calls", args.join(" ") + "\\n");
  for (let line = 0; line < 40; line++) console.log("npm warn deprecated something@1");
  if (process.env.FAIL === args[0]) process.exit(1);
  if (args[0] === "run") {
    mkdirSync("dist/client", { recursive: true });
    mkdirSync("dist/server", { recursive: true });
    writeFileSync("dist/client/index.html", "");
    writeFileSync("dist/server/main.js", 'console.log("Pult is ready")');
  }`;

/** Runs `npm start`'s script in a fresh clone, with the fake npm. */
function startInFreshClone(env: Record<string, string> = {}) {
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
  return {
    status,
    stdout,
    stderr,
    npmCalls: readFileSync(join(clone, "npm-calls"), "utf8").split("\n"),
  };
}

// The fake npm needs shebang support.
describe.skipIf(process.platform === "win32")("npm start in a fresh clone", () => {
  it("prints its own progress lines and hides the output of npm and Vite", () => {
    const { status, stdout, stderr } = startInFreshClone();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      expect.stringMatching(/^Installing the packages .*minute/),
      "Building the app…",
      "Pult is ready",
      "",
    ]);
  });

  it("stops when npm ci fails, without trying another install", () => {
    const { status, stdout, stderr, npmCalls } = startInFreshClone({ FAIL: "ci" });
    expect(status).toBe(1);
    expect(stdout).not.toContain("Building");
    expect(stderr).toContain("The packages could not be installed");
    expect(npmCalls).toEqual([expect.stringMatching(/^ci --include=dev/), ""]);
  });
});
