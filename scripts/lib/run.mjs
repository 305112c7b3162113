import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs a command in this terminal, in the root folder. Returns its exit code: 127 when there is no
 * such command, 1 when a signal ended it. With `quiet`, its output is shown only if it fails.
 */
export async function run(command, args, { env = {}, shell = false, quiet = false } = {}) {
  const stdio = quiet ? ["inherit", "pipe", "pipe"] : "inherit";
  const options = { cwd: ROOT, stdio, env: { ...process.env, ...env }, shell };
  const child = spawn(command, args, options);
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (one) => chunks.push(one));
  const code = await exitCode(child);
  if (code !== 0) process.stderr.write(Buffer.concat(chunks));
  return code;
}

function exitCode(child) {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.code === "ENOENT" ? 127 : 1));
    child.once("close", (code) => resolve(code === null ? 1 : code));
  });
}

/** Runs npm: preferably the one that runs this script. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath || "";
  if (/npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  const shell = process.platform === "win32";
  return run("npm", args, { ...options, shell });
}
