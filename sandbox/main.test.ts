import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, expect, it } from "vitest";
import { startTestSandbox } from "./testing.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const occupied = await startTestSandbox({ accounts: 1 });
afterAll(() => occupied.close());

function run(env: Record<string, string>) {
  return spawn(process.execPath, ["--import", "tsx", MAIN], { env: { ...process.env, ...env } });
}

it("says where it is, with an example that works, and stops when told to", async () => {
  const child = run({ SANDBOX_PORT: "0", SANDBOX_ACCOUNTS: "5" });
  const exited = once(child, "exit");
  const [chunk] = await once(child.stdout, "data");
  const said = String(chunk);
  const url = /curl (http:\S+\/api\/v1\/sip) -H "Client: (\w+)" -H "Authorization: (.+)"/.exec(
    said,
  );
  const [, address = "", client = "", token = ""] = url ?? [];
  const answer = await fetch(address, { headers: { Client: client, Authorization: token } });
  expect(await answer.json()).toMatchObject({ total: 5, success: true });
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
});

it.each([
  ["a taken port", { SANDBOX_PORT: String(occupied.port) }, /is taken; set SANDBOX_PORT/],
  ["a setting that is no number", { SANDBOX_ACCOUNTS: "many" }, /^SANDBOX_ACCOUNTS must be/],
])("ends with one plain line on %s", async (_, env, expected) => {
  const child = run(env);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(said).toMatch(expected);
  expect(said.trim().split("\n")).toHaveLength(1);
});
