import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../dist/server/main.js");

export interface BuiltServer {
  process: ChildProcess;
  /** Its output so far, stdout and stderr. */
  output(): string;
  /** The exit code, once all output has arrived. */
  ended: Promise<number | null>;
}

/** Starts the built server in its own process, without a `.env`. */
export function startBuiltServer(env: Record<string, string>): BuiltServer {
  const child = spawn(process.execPath, [MAIN], {
    cwd: tmpdir(),
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", DATA_DIR: newDataDir(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { process: child, output: () => output, ended };
}

function newDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "pult-data-"));
  process.once("exit", () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Waits until the server listens and returns its URL. Throws its output if it exits before. */
export async function waitForUrl(server: BuiltServer): Promise<string> {
  const { process: child, ended } = server;
  let isOver = false;
  void ended.then(() => (isOver = true));
  for (;;) {
    const url = /"event":"listening","url":"([^"]+)"/.exec(server.output())?.[1];
    if (url !== undefined) return url;
    if (isOver) throw new Error(server.output());
    await Promise.race([ended, child.stdout === null ? ended : once(child.stdout, "data")]);
  }
}
