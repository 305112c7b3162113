import { describe, expect, it } from "vitest";
import type { LogEntry } from "./log.ts";
import { fetchAsApp, rawRequest, startPair } from "./testing/proxy.ts";
import { recordingUpstream } from "./testing/upstream.ts";

async function sandboxPair() {
  const { upstream, proxy: provider } = await startPair();
  const { proxy } = await startPair(undefined, { sandboxUrl: upstream.url, token: "sandbox" });
  return { upstream, proxy, provider };
}

describe("the proxy's own answers", () => {
  it("says which mode it is in", async () => {
    const { proxy, provider } = await sandboxPair();
    expect(await (await fetchAsApp(`${proxy.url}/api/session`)).json()).toEqual({
      mode: "sandbox",
    });
    expect(await (await fetchAsApp(`${provider.url}/api/session`)).json()).toEqual({
      mode: "provider",
    });
  });

  it("says that it is alive", async () => {
    const { proxy } = await startPair();
    const answer = await fetch(`${proxy.url}/healthz`);
    expect(await answer.json()).toEqual({ status: "ok" });
  });

  it.each(["/healthz", "/api/session", "/api/v1/nothing", "/nothing", "/api\\v1"])(
    "guards %s with the security headers",
    async (path) => {
      const { proxy } = await startPair();
      const answer = await rawRequest(proxy.port, "GET", path);
      expect(answer).toMatch(/^x-content-type-options: nosniff\r$/im);
      expect(answer).toMatch(/^referrer-policy: no-referrer\r$/im);
    },
  );
});

it("a fault of our own is logged and answered without its text", async () => {
  const entries: LogEntry[] = [];
  const { proxy } = await startPair(undefined, {
    log: (entry) => entries.push(entry),
    now: () => {
      throw new TypeError("it holds a secret");
    },
  });
  const answer = await fetchAsApp(`${proxy.url}/api/v1/sip/statuses`);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ message: "The proxy failed.", code: 500 });
  await expect.poll(() => entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    level: "error",
    problem: "proxy-failed",
    reason: "TypeError",
  });
});

describe("the sandbox's own switches", () => {
  it("are reached in sandbox mode, with the office", async () => {
    const { upstream, proxy } = await sandboxPair();
    const headers = { "content-type": "application/json", "x-sandbox-office": "worker-1" };
    const body = '{"status":500}';
    const url = `${proxy.url}/__sandbox/faults?a=1`;
    const answer = await fetchAsApp(url, { method: "PUT", headers, body });
    expect(answer.status).toBe(200);
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

  it("take GET, PUT and POST on plain paths only", async () => {
    const { upstream, proxy } = await sandboxPair();
    const answer = await fetchAsApp(`${proxy.url}/__sandbox/faults`, { method: "DELETE" });
    expect(answer.status).toBe(405);
    for (const path of ["/__sandbox/../api/v1/payments", "/__sandbox/%2e%2e/x", "/__sandbox//x"]) {
      expect(await rawRequest(proxy.port, "GET", path)).toMatch(/^HTTP\/1\.1 404/);
    }
    expect(upstream.seen).toEqual([]);
  });

  it("do not exist before the provider", async () => {
    const { upstream, provider } = await sandboxPair();
    const answer = await fetchAsApp(`${provider.url}/__sandbox/faults`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ proxy: "unknown-path" });
    expect(upstream.seen).toEqual([]);
  });

  it("leave the sandbox's answers as they are, its token being no secret", async () => {
    const upstream = await recordingUpstream((_, response) => response.end('{"a":"sandbox"}'));
    const { proxy } = await startPair(undefined, { sandboxUrl: upstream.url, token: "sandbox" });
    expect(await (await fetchAsApp(`${proxy.url}/api/v1/sip`)).text()).toBe('{"a":"sandbox"}');
    await upstream.close();
  });
});
