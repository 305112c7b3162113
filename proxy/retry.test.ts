import { expect, it } from "vitest";
import { fetchAsApp, startPair } from "./testing/proxy.ts";

/** An upstream that resets a connection on its second request. */
const startOneRequestUpstream = () => {
  const used = new WeakSet<object>();
  return startPair((request, response) => {
    if (used.has(request.socket)) request.socket.resetAndDestroy();
    else response.end('{"success":true}');
    used.add(request.socket);
  });
};

it("retries a read once, on a new connection, when the reused one is reset", async () => {
  const { proxy, upstream } = await startOneRequestUpstream();
  expect((await fetchAsApp(`${proxy.url}/api/v1/sip`)).status).toBe(200);
  const path = "/number/external/status?logins[]=a";
  expect((await fetchAsApp(`${proxy.url}/api/v1${path}`)).status).toBe(200);
  const body = '{"logins":["a"]}';
  expect(upstream.seen.map((seen) => seen.body)).toEqual(["", body, body]);
});

it.each(["PUT", "PATCH", "DELETE", "POST"])("never retries a %s", async (method) => {
  const { proxy, upstream } = await startOneRequestUpstream();
  expect((await fetchAsApp(`${proxy.url}/api/v1/sip`)).status).toBe(200);
  const path = { PUT: "/sip", PATCH: "/sip/7", DELETE: "/sip/7", POST: "/smart-numbers" }[method];
  const response = await fetchAsApp(`${proxy.url}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(response.status).toBe(502);
  expect(upstream.seen).toHaveLength(2);
});

it("does not retry a read whose response has begun", async () => {
  const { proxy, upstream } = await startPair((request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("{", () => request.socket.destroy());
  });
  expect((await fetchAsApp(`${proxy.url}/api/v1/sip`)).status).toBe(502);
  expect(upstream.seen).toHaveLength(1);
});
