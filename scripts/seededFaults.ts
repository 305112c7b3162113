import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { applyPatch, type SeededFault, SEEDED_FAULTS } from "../e2e/grid/seededFaults.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Not copied: large folders and build output. */
const EXCLUDED = new Set(["node_modules", ".git", "dist", "test-results"]);
/** A failed cell and its reason in Playwright's output. */
const FAILED_CELL = /((?:GET|POST|PUT|PATCH|DELETE) \S+ × \S+: \S.*)/;
const DETAIL_LENGTH = 160;

type Cell = SeededFault["cells"][number];

function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), "pult-seeded-"));
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (path) => !EXCLUDED.has(relative(ROOT, path).split(sep)[0] ?? ""),
  });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/** Runs one of the installed tools in a folder; returns its exit code and output. */
function runTool(
  cwd: string,
  tool: "vite" | "playwright",
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const scripts = { vite: "vite/bin/vite.js", playwright: "@playwright/test/cli.js" };
  const script = join(cwd, "node_modules", scripts[tool]);
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

async function build(copy: string, ...args: string[]): Promise<void> {
  const { code, output } = await runTool(copy, "vite", ["build", ...args]);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

function runCells(copy: string, cells: readonly Cell[]) {
  const names = cells.map((cell) => cell.join(" ")).join(",");
  const args = ["test", "--config", "playwright.faults.config.ts"];
  return runTool(copy, "playwright", args, { FAULT_CELLS: names, FORCE_COLOR: "0", CI: "" });
}

/** Builds the app with a fault; returns the failed cells of the grid, or nothing if all passed. */
async function seed(copy: string, { patches, cells }: SeededFault): Promise<string | undefined> {
  const originals = patches.map(({ file }) => [file, readFileSync(join(copy, file))] as const);
  try {
    for (const patch of patches) {
      const path = join(copy, patch.file);
      writeFileSync(path, applyPatch(readFileSync(path, "utf8"), patch));
    }
    await build(copy);
    const { code, output } = await runCells(copy, cells);
    if (code === 0) return undefined;
    const failed = FAILED_CELL.exec(output)?.[1];
    if (failed === undefined) throw new Error(`The grid could not run:\n${output}`);
    return failed.replace(/·+$/, "").slice(0, DETAIL_LENGTH);
  } finally {
    for (const [file, content] of originals) writeFileSync(join(copy, file), content);
  }
}

/** The seeded faults whose names contain one of the arguments; all without arguments. */
const selected = SEEDED_FAULTS.filter(
  ({ name }) =>
    process.argv.length < 3 || process.argv.slice(2).some((part) => name.includes(part)),
);
const copy = copyRepository();
const missed: string[] = [];
try {
  for (const { patches } of selected)
    for (const patch of patches) applyPatch(readFileSync(join(copy, patch.file), "utf8"), patch);
  await build(copy, "--ssr", "server/main.ts", "--outDir", "dist/server");
  await build(copy);
  const cells = new Map(selected.flatMap((one) => one.cells).map((cell) => [cell.join(" "), cell]));
  const { code, output } = await runCells(copy, [...cells.values()]);
  if (code !== 0) throw new Error(`Cells fail without any fault:\n${output}`);
  console.log(`Without faults, all ${cells.size} cells pass.`);
  for (const fault of selected) {
    const failedCell = await seed(copy, fault);
    if (failedCell === undefined) missed.push(fault.name);
    console.log(`${failedCell === undefined ? "MISSED" : "caught"}  ${fault.name}`);
    if (failedCell !== undefined) console.log(`        ${failedCell}`);
  }
  console.log(`Seeded faults: ${selected.length - missed.length} of ${selected.length} caught`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed.length === 0 ? 0 : 1;
