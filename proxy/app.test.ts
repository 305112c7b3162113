import { describe, expect, it } from "vitest";
import type { LogEntry } from "./log.ts";
import { fetchAsApp, rawRequest, startPair } from "./testing/proxy.ts";
import { recordingUpstream } from "./testing/upstream.ts";

async function startBothModes() {
  const { upstream, proxy: provider } = await startPair();
  const { proxy } = await startPair(undefined, { sandboxUrl: upstream.url, token: "sandbox" });
  return { upstream, proxy, provider };
}

describe("the proxy's own responses", () => {
  it("report the mode", async () => {
    const { proxy, provider } = await startBothModes();
    expect(await (await fetchAsApp(`${proxy.url}/api/session`)).json()).toEqual({
      mode: "sandbox",
    });
    expect(await (await fetchAsApp(`${provider.url}/api/session`)).json()).toEqual({
      mode: "provider",
    });
  });

  it("report health", async () => {
    const { proxy } = await startPair();
    const response = await fetch(`${proxy.url}/healthz`);
    expect(await response.json()).toEqual({ status: "ok" });
  });

  it.each(["/healthz", "/api/session", "/api/v1/nothing", "/nothing", "/api\\v1"])(
    "have the security headers: %s",
    async (path) => {
      const { proxy } = await startPair();
      const response = await rawRequest(proxy.port, "GET", path);
      expect(response).toMatch(/^x-content-type-options: nosniff\r$/im);
      expect(response).toMatch(/^referrer-policy: no-referrer\r$/im);
    },
  );
});

it("an internal error is logged and gives a 500 without its message", async () => {
  const entries: LogEntry[] = [];
  const { proxy } = await startPair(undefined, {
    log: (entry) => entries.push(entry),
    now: () => {
      throw new TypeError("it holds a secret");
    },
  });
  const response = await fetchAsApp(`${proxy.url}/api/v1/sip/statuses`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ message: "The proxy failed.", code: 500 });
  await expect.poll(() => entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    level: "error",
    problem: "proxy-failed",
    reason: "TypeError",
  });
});

describe("the sandbox's controls", () => {
  it("are forwarded in sandbox mode, with the office header", async () => {
    const { upstream, proxy } = await startBothModes();
    const headers = { "content-type": "application/json", "x-sandbox-office": "worker-1" };
    const body = '{"status":500}';
    const url = `${proxy.url}/__sandbox/faults?a=1`;
    const response = await fetchAsApp(url, { method: "PUT", headers, body });
    expect(response.status).toBe(200);
    expect(upstream.seen[0]).toMatchObject({
      method: "PUT",
      target: "/__sandbox/faults?a=1",
      body,
    });
    expect(upstream.seen[0]?.headers["x-sandbox-office"]).toBe("worker-1");
    await fetchAsApp(`${proxy.url}/api/v1/sip`, { headers });
    expect(upstream.seen[1]?.headers["x-sandbox-office"]).toBe("worker-1");
    expect(upstream.seen[1]?.headers["authorization"]).toBe("Bearer sandbox");
  });

  it("accept only GET, PUT and POST on plain paths", async () => {
    const { upstream, proxy } = await startBothModes();
    const response = await fetchAsApp(`${proxy.url}/__sandbox/faults`, { method: "DELETE" });
    expect(response.status).toBe(405);
    for (const path of ["/__sandbox/../api/v1/payments", "/__sandbox/%2e%2e/x", "/__sandbox//x"]) {
      expect(await rawRequest(proxy.port, "GET", path)).toMatch(/^HTTP\/1\.1 404/);
    }
    expect(upstream.seen).toEqual([]);
  });

  it("do not exist in provider mode", async () => {
    const { upstream, provider } = await startBothModes();
    const response = await fetchAsApp(`${provider.url}/__sandbox/faults`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ proxy: "unknown-path" });
    expect(upstream.seen).toEqual([]);
  });

  it("leave the sandbox's token unmasked, since it is not a secret", async () => {
    const upstream = await recordingUpstream((_, response) => response.end('{"a":"sandbox"}'));
    const { proxy } = await startPair(undefined, { sandboxUrl: upstream.url, token: "sandbox" });
    expect(await (await fetchAsApp(`${proxy.url}/api/v1/sip`)).text()).toBe('{"a":"sandbox"}');
    await upstream.close();
  });
});
