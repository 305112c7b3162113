import { getEventListeners, once } from "node:events";
import { connect } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "./server.ts";
import { at, lost, startTestSandbox, type TestSandbox } from "./testing.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.ask("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

/** Sends bytes as they are and gives the whole answer. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(sandbox.port, "127.0.0.1");
  socket.end(bytes);
  return textOf(socket);
}

const log = async () => (await sandbox.ask("GET", "/__sandbox/requests")).json;

const HEADERS = "Host: localhost\r\nConnection: close\r\nClient: 1\r\nAuthorization: Bearer x\r\n";

/** How many requests wait in the default office. */
const waiting = ({ world }: TestSandbox = sandbox) =>
  getEventListeners(world.tenant(null).ended, "abort").length;

describe("garbage", () => {
  it.each([
    ["no HTTP at all", "hello\r\n\r\n", /^HTTP\/1\.1 400 /],
    ["a target that is no path", `OPTIONS * HTTP/1.1\r\n${HEADERS}\r\n`, /^HTTP\/1\.1 400 /],
    ["a method that Fetch forbids", `TRACE / HTTP/1.1\r\n${HEADERS}\r\n`, /^HTTP\/1\.1 400 /],
    ["a doubled slash", `GET //[ HTTP/1.1\r\n${HEADERS}\r\n`, /^HTTP\/1\.1 404 /],
    ["a broken escape", `GET /api/v1/sip/%E0%A4 HTTP/1.1\r\n${HEADERS}\r\n`, /^HTTP\/1\.1 400 /],
  ])("%s is refused", async (_, bytes, expected) => {
    expect(await raw(bytes)).toMatch(expected);
    expect((await sandbox.api("GET", "/sip")).status).toBe(200);
  });

  it("a body above 1 MB is refused", async () => {
    const body = { name: "x".repeat(1024 * 1024) };
    const { status, json } = await sandbox.api("PUT", "/sip", { body });
    expect([status, json]).toEqual([413, { message: "Payload Too Large" }]);
  });

  it.each([{ user_id: { deep: 1 } }, { user_id: [40] }, { user_id: null }, { other: 1 }])(
    "a GET with %j in its body is validated like any other",
    async (body) => {
      const { status, json } = await sandbox.api("GET", "/smart-numbers", { body });
      expect(status).toBe(422);
      expect(Object.keys(Object(at(json, "errors")))).toEqual(["user_id"]);
    },
  );
});

describe("waiting requests", () => {
  it.each(["hang", "latency:600000"])("%s ends when the client goes away", async (fault) => {
    await sandbox.setFaults({ operation: "*", fault });
    const client = new AbortController();
    const ended = lost(sandbox.api("GET", "/sip", { signal: client.signal }));
    await expect.poll(() => waiting()).toBe(1);
    client.abort();
    expect(await ended).toMatch(/abort/i);
    await expect.poll(() => waiting()).toBe(0);
  });

  it("end when the server closes", async () => {
    const own = await startTestSandbox();
    await own.setFaults({ operation: "*", fault: "hang" });
    const ended = lost(own.api("GET", "/sip"));
    await expect.poll(() => waiting(own)).toBe(1);
    await own.close();
    expect(await ended).toMatch(/closed|hang up|ECONNRESET/);
    await expect.poll(() => waiting(own)).toBe(0);
  });
});

describe("a request by its Host and its page", () => {
  const LIST =
    "GET /api/v1/sip HTTP/1.1\r\nConnection: close\r\nClient: 1\r\nAuthorization: Bearer x\r\n";
  const statusFor = async (lines: string) => (await raw(`${LIST}${lines}\r\n\r\n`)).slice(9, 12);

  it.each([
    "Host: localhost",
    "Host: LOCALHOST:4010",
    "Host: 127.0.0.1:4010",
    "Host: [::1]:4010",
    "Host: localhost:4010\r\nOrigin: http://localhost:4010\r\nSec-Fetch-Site: same-origin",
    "Host: localhost:4010\r\nSec-Fetch-Site: none",
  ])("is answered: %j", async (lines) => {
    expect(await statusFor(lines)).toBe("200");
  });

  it.each([
    "Host: evil.example",
    "Host: localhost.evil.example",
    "Host: 10.0.0.1:4010",
    "Host: localhost@evil.example",
    "Host: evil.example\r\nOrigin: http://evil.example\r\nSec-Fetch-Site: same-origin",
    "Host: localhost:4010\r\nOrigin: https://evil.example",
    "Host: localhost:4010\r\nOrigin: null",
    "Host: localhost:4010\r\nOrigin: http://localhost:8080",
    "Host: localhost:4010\r\nSec-Fetch-Site: cross-site",
    "Host: localhost:4010\r\nSec-Fetch-Site: same-site",
  ])("is refused: %j", async (lines) => {
    expect(await statusFor(lines)).toBe("403");
    expect(await log()).toEqual([]);
  });

  it("is answered under any address, but no other name, once others reach the sandbox", async () => {
    const open = await startSandbox({ port: 0, host: "0.0.0.0" });
    const status = async (host: string) => {
      const socket = connect(open.port, "127.0.0.1");
      socket.end(`${LIST}Host: ${host}\r\n\r\n`);
      return (await textOf(socket)).slice(9, 12);
    };
    expect([await status("10.0.0.1:4010"), await status("evil.example")]).toEqual(["200", "403"]);
    await open.close();
  });
});

it("goes on after connections that offer another protocol and are reset", async () => {
  for (const protocol of ["h2c", "websocket"]) {
    const socket = connect(sandbox.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      `GET /api/v1/sip HTTP/1.1\r\nHost: localhost\r\nUpgrade: ${protocol}\r\nConnection: Upgrade\r\n\r\n`,
    );
    await once(socket, "readable");
    socket.resetAndDestroy();
  }
  expect((await sandbox.api("GET", "/sip")).status).toBe(200);
});

it("rejects when the port is taken", async () => {
  await expect(startSandbox({ port: sandbox.port })).rejects.toThrow(/EADDRINUSE/);
});
