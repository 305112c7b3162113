import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";
import { IN_MEMORY } from "./store/sqlite.ts";
import { CONNECTION_STATES, ENDINGS, reachState } from "./testing/hostile/resets.ts";
import { fetchAsApp, TOKEN } from "#proxy/testing/proxy.ts";
import { recordingUpstream } from "#proxy/testing/upstream.ts";

/** Larger than the socket buffers of a client that does not read. */
const LARGE = JSON.stringify({ data: "x".repeat(6_000_000) });

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "pult-"));
  writeFileSync(join(dir, "index.html"), "<title>Pult</title>");
  return () => rmSync(dir, { recursive: true });
});

async function start() {
  const upstream = await recordingUpstream((request, response) => {
    response.end(request.url?.endsWith("/7") === true ? LARGE : "{}");
  });
  onTestFinished(() => upstream.close());
  const settings = readSettings({ PLUSOFON_TOKEN: TOKEN, PLUSOFON_URL: upstream.url, PORT: "0" });
  const store = { file: IN_MEMORY };
  const server = await startServer({ ...settings, store }, dir);
  return { ...server, port: Number(new URL(server.url).port) };
}

/**
 * How often each state is tested; `RESETS=200 npx vitest run server/resets` tests it more often.
 */
const TIMES = Number(process.env["RESETS"] ?? 3);

it(
  "the server survives connection resets in every state",
  { timeout: 30_000 + 5_000 * TIMES },
  async () => {
    const server = await start();
    for (let time = 0; time < TIMES; time++) {
      const sockets = await Promise.all(
        CONNECTION_STATES.map((state) => reachState(server.port, state)),
      );
      for (const [at, socket] of sockets.entries()) ENDINGS[(at + time) % ENDINGS.length]?.(socket);
      const response = await fetchAsApp(`${server.url}/api/session`);
      expect(await response.json()).toEqual({ mode: "provider" });
    }
    await server.close();
  },
);

it("connections in any state do not delay closing", { timeout: 60_000 }, async () => {
  const server = await start();
  const sockets = await Promise.all(
    CONNECTION_STATES.map((state) => reachState(server.port, state)),
  );
  const startedAt = performance.now();
  await server.close();
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  for (const socket of sockets) socket.destroy();
});

async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(bytes);
  return readText(socket);
}

describe("a request to upgrade to another protocol", () => {
  it.each(["h2c", "websocket", "TLS/1.0"])(
    "%s gets an ordinary HTTP response",
    async (protocol) => {
      const server = await start();
      onTestFinished(() => server.close());
      const lines = `Host: localhost\r\nX-Pult: 1\r\nUpgrade: ${protocol}\r\nConnection: Upgrade`;
      for (const path of ["/", "/healthz", "/api/session"]) {
        const response = await sendRaw(server.port, `GET ${path} HTTP/1.1\r\n${lines}\r\n\r\n`);
        expect(response).toMatch(/^HTTP\/1\.1 200 /);
      }
    },
  );
});

it("a health check over HTTP/1.0 needs no Host, but a page does", async () => {
  const server = await start();
  onTestFinished(() => server.close());
  expect(await sendRaw(server.port, "GET /healthz HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sendRaw(server.port, "HEAD /healthz HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sendRaw(server.port, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 403 /);
});
