import { getEventListeners, once } from "node:events";
import { connect } from "node:net";
import { text as readText } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "./server.ts";
import { at, requestError, startTestSandbox, type TestSandbox } from "./testing.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.send("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

/** Sends raw bytes and returns the whole response. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(sandbox.port, "127.0.0.1");
  socket.end(bytes);
  return readText(socket);
}

const log = async () => (await sandbox.send("GET", "/__sandbox/requests")).json;

const HEADERS = "Host: localhost\r\nConnection: close\r\nClient: 1\r\nAuthorization: Bearer x\r\n";

/** How many requests are pending in the default office. */
const countPending = ({ world }: TestSandbox = sandbox) =>
  getEventListeners(world.tenant(null).ended, "abort").length;

describe("malformed requests", () => {
  it.each([
    ["data that is not HTTP", "hello\r\n\r\n", /^HTTP\/1\.1 400 /],
    [
      "a request target that is not a path",
      `OPTIONS * HTTP/1.1\r\n${HEADERS}\r\n`,
      /^HTTP\/1\.1 400 /,
    ],
    ["a method that Fetch forbids", `TRACE / HTTP/1.1\r\n${HEADERS}\r\n`, /^HTTP\/1\.1 400 /],
    ["a doubled slash", `GET //[ HTTP/1.1\r\n${HEADERS}\r\n`, /^HTTP\/1\.1 404 /],
    ["a broken escape", `GET /api/v1/sip/%E0%A4 HTTP/1.1\r\n${HEADERS}\r\n`, /^HTTP\/1\.1 400 /],
  ])("%s is rejected", async (_, bytes, expected) => {
    expect(await sendRaw(bytes)).toMatch(expected);
    expect((await sandbox.api("GET", "/sip")).status).toBe(200);
  });

  it("a body above 1 MB is rejected with 413", async () => {
    const body = { name: "x".repeat(1024 * 1024) };
    const { status, json } = await sandbox.api("PUT", "/sip", { body });
    expect([status, json]).toEqual([413, { message: "Payload Too Large" }]);
  });

  it.each([{ user_id: { deep: 1 } }, { user_id: [40] }, { user_id: null }, { other: 1 }])(
    "a GET body of %j is validated",
    async (body) => {
      const { status, json } = await sandbox.api("GET", "/smart-numbers", { body });
      expect(status).toBe(422);
      expect(Object.keys(Object(at(json, "errors")))).toEqual(["user_id"]);
    },
  );
});

describe("pending requests", () => {
  it.each(["hang", "latency:600000"])("%s ends when the client disconnects", async (fault) => {
    await sandbox.setFaults({ operation: "*", fault });
    const client = new AbortController();
    const ended = requestError(sandbox.api("GET", "/sip", { signal: client.signal }));
    await expect.poll(() => countPending()).toBe(1);
    client.abort();
    expect(await ended).toMatch(/abort/i);
    await expect.poll(() => countPending()).toBe(0);
  });

  it("end when the server closes", async () => {
    const other = await startTestSandbox();
    await other.setFaults({ operation: "*", fault: "hang" });
    const ended = requestError(other.api("GET", "/sip"));
    await expect.poll(() => countPending(other)).toBe(1);
    await other.close();
    expect(await ended).toMatch(/closed|hang up|ECONNRESET/);
    await expect.poll(() => countPending(other)).toBe(0);
  });
});

describe("protection against other sites", () => {
  const LIST =
    "GET /api/v1/sip HTTP/1.1\r\nConnection: close\r\nClient: 1\r\nAuthorization: Bearer x\r\n";
  const statusFor = async (lines: string) =>
    (await sendRaw(`${LIST}${lines}\r\n\r\n`)).slice(9, 12);

  it.each([
    "Host: localhost",
    "Host: LOCALHOST:4010",
    "Host: 127.0.0.1:4010",
    "Host: [::1]:4010",
    "Host: localhost:4010\r\nOrigin: http://localhost:4010\r\nSec-Fetch-Site: same-origin",
    "Host: localhost:4010\r\nSec-Fetch-Site: none",
  ])("accepts a request with %j", async (lines) => {
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
  ])("rejects a request with %j", async (lines) => {
    expect(await statusFor(lines)).toBe("403");
    expect(await log()).toEqual([]);
  });

  it("accepts any IP address, but no other host name, when listening on 0.0.0.0", async () => {
    const openSandbox = await startSandbox({ port: 0, host: "0.0.0.0" });
    const status = async (host: string) => {
      const socket = connect(openSandbox.port, "127.0.0.1");
      socket.end(`${LIST}Host: ${host}\r\n\r\n`);
      return (await readText(socket)).slice(9, 12);
    };
    expect([await status("10.0.0.1:4010"), await status("evil.example")]).toEqual(["200", "403"]);
    await openSandbox.close();
  });
});

it("the server survives connection resets after an upgrade request", async () => {
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

it("startSandbox rejects when the port is taken", async () => {
  await expect(startSandbox({ port: sandbox.port })).rejects.toThrow(/EADDRINUSE/);
});
