import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { operationList } from "#api/operations.ts";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { buildPath } from "#api/operation.ts";
import { echoing } from "#server/testing/hostile/echoUpstream.ts";
import { waitForUrl, startBuiltServer } from "./lib/builtServer.ts";

const RUN = "Zq7Wm2Xc9Lp4Ks8Jd3Hf6Gv1Bn5TyRu0AeIo4Pl2";
const TOKEN = `12|${RUN}`;
/** The random part of the token, and its middle in base64 at all three alignments. */
const SECRETS = [
  RUN,
  ...[0, 1, 2].map((at) => Buffer.from(RUN.slice(at + 1, at + 31)).toString("base64")),
];
const CLIENT = "dist/client";
/** The echo provider repeats the token in eight encodings. */
const SPELLINGS = 8;
const PAGES = [
  "/",
  "/sip",
  "/sip/7",
  "/wall",
  "/nothing",
  "/missing.js",
  "/healthz",
  "/api/session",
];
const UNUSUAL_PATHS = [
  "/api",
  "/api/v1/nothing",
  "/__sandbox/faults",
  "/%61pi/v1/sip",
  "/.env",
  "//",
  "/%00",
];

async function echoProvider() {
  const server = createServer(echoing());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test("the token is in no response, log line or built file", async () => {
  // A thousand requests take time.
  test.setTimeout(300_000);
  const provider = await echoProvider();
  const env = { PLUSOFON_TOKEN: TOKEN, PLUSOFON_URL: provider.url };
  const server = startBuiltServer(env);
  const url = await waitForUrl(server);
  const checked = { addresses: 0, bytes: 0 };
  const fetchAndCheck = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(url + path, init);
    const content = JSON.stringify([...answer.headers]) + (await answer.text());
    checked.addresses++;
    checked.bytes += content.length;
    for (const secret of SECRETS) expect(content).not.toContain(secret);
  };
  const files = filesIn(CLIENT).map((file) => file.slice(CLIENT.length).replaceAll("\\", "/"));
  for (const path of files) await fetchAndCheck(path);
  for (const path of [...PAGES, ...UNUSUAL_PATHS]) {
    for (const accept of ["text/html", "*/*"]) await fetchAndCheck(path, { headers: { accept } });
  }
  const headers = { ...OWN_HEADER, "content-type": "application/json" };
  for (const op of operationList) {
    const path = buildPath(op, { id: 7, sid: 8, type: "ate" });
    const { method } = op;
    const body = method === "GET" ? {} : { body: "{}" };
    for (let spelling = 0; spelling < SPELLINGS; spelling++) {
      await fetchAndCheck(`${path}?user_id=1&logins[]=a`, { method, headers, ...body });
    }
    // Rejected: without our header, with an unknown method, with a malformed body.
    await fetchAndCheck(path, { method });
    await fetchAndCheck(path, { method: "OPTIONS", headers });
    await fetchAndCheck(path, { method: "PATCH", headers, body: "{" });
  }
  // What other users of the machine can read, and the output of failed starts.
  if (process.platform === "linux") {
    const line = readFileSync(`/proc/${server.process.pid}/cmdline`, "utf8");
    expect(line).toContain("main.js");
    expect(line).not.toContain(RUN);
  }
  const port = new URL(url).port;
  const failures: Record<string, string>[] = [
    { PORT: port },
    { PORT: "x" },
    { PLUSOFON_TOKEN: `Bearer ${TOKEN}` },
  ];
  for (const wrong of failures) {
    const failing = startBuiltServer({ ...env, ...wrong });
    expect(await failing.ended).toBe(1);
    expect(failing.output()).not.toContain(RUN);
    expect(failing.output()).not.toBe("");
  }
  provider.close();
  await fetchAndCheck("/api/v1/voicemail", { headers });
  server.process.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  const lines = server.output().trim().split("\n");
  for (const secret of SECRETS) expect(server.output()).not.toContain(secret);
  const built = filesIn("dist").map((file) => readFileSync(file, "latin1"));
  for (const text of built) expect(text.includes(RUN)).toBe(false);
  process.stdout.write(
    `Token: in none of ${checked.addresses} answers (${Math.round(checked.bytes / 1024)} kB), ` +
      `${lines.length} lines of log and ${built.length} built files\n`,
  );
  expect(checked.addresses).toBeGreaterThan(operationList.length * SPELLINGS);
});
