import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { startTestSandbox } from "./testing.ts";

const TSX = import.meta.resolve("tsx");
const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const occupied = await startTestSandbox({ accounts: 1 });
afterAll(() => occupied.close());

/** `envFile`: the content of `.env` in its folder; no file when omitted. */
function run(env: Record<string, string>, envFile?: string | Buffer) {
  const cwd = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  if (envFile !== undefined) writeFileSync(join(cwd, ".env"), envFile);
  const child = spawn(process.execPath, ["--import", TSX, MAIN], {
    cwd,
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill());
  return child;
}

it("the sandbox prints its address with a working curl example, and stops on SIGTERM", async () => {
  const child = run({ SANDBOX_PORT: "0", SANDBOX_ACCOUNTS: "5" });
  const exited = once(child, "exit");
  const [chunk] = await once(child.stdout, "data");
  const output = String(chunk);
  const url = /curl (http:\S+\/api\/v1\/sip) -H "Client: (\w+)" -H "Authorization: (.+)"/.exec(
    output,
  );
  const [, address = "", client = "", token = ""] = url ?? [];
  const response = await fetch(address, { headers: { Client: client, Authorization: token } });
  expect(await response.json()).toMatchObject({ total: 5, success: true });
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
});

it("the sandbox reads .env like the server, also as UTF-16 with a byte order mark", async () => {
  const lines = "\ufeffSANDBOX_PORT=0\r\nSANDBOX_ACCOUNTS=5\r\nSANDBOX_SEED=3\r\n";
  const child = run({ SANDBOX_ACCOUNTS: "7" }, Buffer.from(lines, "utf16le"));
  const [chunk] = await once(child.stdout, "data");
  const [, url = ""] = /answers at (http:\S+)/.exec(String(chunk)) ?? [];
  expect(url).not.toMatch(/:4010$/);
  const headers = { Client: "10553", Authorization: "Bearer any" };
  const response = await fetch(`${url}/api/v1/sip`, { headers });
  expect(await response.json(), "the environment takes precedence").toMatchObject({ total: 7 });
});

it.each([
  ["a taken port", { SANDBOX_PORT: String(occupied.port) }, /is taken; set SANDBOX_PORT/],
  ["a setting that is not a number", { SANDBOX_ACCOUNTS: "many" }, /^SANDBOX_ACCOUNTS must be/],
  ["a .env that can't be parsed", {}, /^Line 2 of \.env can't be/, "SANDBOX_PORT=0\nseed 3"],
])(
  "the sandbox exits with a one-line message on %s",
  async (_, env, expected, envFile?: string) => {
    const child = run(env, envFile);
    const [output, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(code).toBe(1);
    expect(output).toMatch(expected);
    expect(output.trim().split("\n")).toHaveLength(1);
  },
);
