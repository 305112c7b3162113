import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";

/** Runs `npm start`'s script, with its output collected instead of sent to a terminal. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { PATH: process.env["PATH"] ?? "", PLUSOFON_TOKEN: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  return { child, output: () => output, ended: once(child, "close") };
}

test("the start prints Pult's URL, its mode and how to stop it", async () => {
  const { child, output, ended } = start({ PORT: "0" });
  await expect.poll(output, { timeout: 20_000 }).toContain("Ctrl-C");
  expect(output()).toMatch(
    /^(Building the app…\n)?Pult is ready at http:\/\/localhost:\d+\nMode: sandbox.*\nPress Ctrl-C to stop\.\n$/,
  );
  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
});

test("a port in use is reported in one sentence", async () => {
  const other = createServer();
  await once(other.listen(0, "127.0.0.1"), "listening");
  const PORT = String((other.address() as AddressInfo).port);
  const { output, ended } = start({ PORT });
  expect(await ended).toEqual([1, null]);
  expect(output()).toMatch(new RegExp(`Port ${PORT} is taken by another program: [^\\n]+\\.\\n$`));
  other.close();
});
