import { rootCertificates } from "node:tls";
import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import type { Network } from "./dispatcher.ts";
import type { LogEntry } from "./log.ts";
import { COMPANY_CA, resolveNames, startTls, startTunnel } from "./testing/network.ts";
import { fetchAsApp, startProxy } from "./testing/proxy.ts";
import { serve } from "./testing/upstream.ts";

const ca = [...rootCertificates, COMPANY_CA];
const echo: RequestListener = (request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ method: request.method, body, host: request.headers.host }));
  });
};

/** Status and reason of the response to a failure, and the logged code. */
async function failure(upstreamUrl: string, network: Network = {}) {
  const entries: LogEntry[] = [];
  const proxy = await startProxy(upstreamUrl, { network, log: (entry) => entries.push(entry) });
  const response = await fetchAsApp(`${proxy.url}/api/v1/voicemail`);
  const { reason } = (await response.json()) as { reason?: string };
  await expect.poll(() => entries).toHaveLength(1);
  return [response.status, reason, entries[0]?.reason];
}

describe("a corporate proxy", () => {
  it("is used with its login, for a GET with a body too", async () => {
    resolveNames({});
    const tunnel = await startTunnel(await startTls(echo));
    const network = { proxy: `http://user:p%40ss@${tunnel.host}`, ca };
    const proxy = await startProxy("https://provider.test", { network });
    const path = "/api/v1/number/external/status?logins[]=a";
    const response = await fetchAsApp(`${proxy.url}${path}`);
    expect(await response.json()).toEqual({
      method: "GET",
      body: '{"logins":["a"]}',
      host: "provider.test",
    });
    const login = `Basic ${Buffer.from("user:p@ss").toString("base64")}`;
    expect(tunnel.connects).toEqual([{ target: "provider.test:443", login }]);
  });

  it.each(["provider.test", ".test", "*", "other.test, provider.test"])(
    "is bypassed for hosts in NO_PROXY: %s",
    async (noProxy) => {
      const port = await startTls(echo);
      resolveNames({ "provider.test": ["127.0.0.1"] });
      const tunnel = await startTunnel(port);
      const network = { proxy: tunnel.url, noProxy, ca };
      const proxy = await startProxy(`https://provider.test:${port}`, { network });
      expect((await fetchAsApp(`${proxy.url}/api/v1/voicemail`)).status).toBe(200);
      expect(tunnel.connects).toEqual([]);
    },
  );

  it("is bypassed for loopback hosts", async () => {
    const tunnel = await startTunnel(1);
    const upstream = await serve(echo);
    const proxy = await startProxy(upstream.url, { network: { proxy: tunnel.url } });
    expect((await fetchAsApp(`${proxy.url}/api/v1/voicemail`)).status).toBe(200);
    expect(tunnel.connects).toEqual([]);
    await upstream.close();
  });
});

it("the provider is reached at its second address when the first is down", async () => {
  const port = await startTls(echo);
  resolveNames({ "provider.test": ["127.0.0.9", "127.0.0.1"] });
  const proxy = await startProxy(`https://provider.test:${port}`, { network: { ca } });
  expect((await fetchAsApp(`${proxy.url}/api/v1/voicemail`)).status).toBe(200);
});

describe("the response names a network failure:", () => {
  it("an unknown host name", async () => {
    resolveNames({});
    expect(await failure("https://provider.test")).toEqual([502, "name-unknown", "ENOTFOUND"]);
  });

  it("a refused connection", async () => {
    const stopped = await serve(echo);
    await stopped.close();
    expect(await failure(stopped.url)).toEqual([502, "no-connection", "ECONNREFUSED"]);
  });

  it("an unknown certificate authority", async () => {
    const port = await startTls(echo);
    resolveNames({ "provider.test": ["127.0.0.1"] });
    const [status, reason] = await failure(`https://provider.test:${port}`);
    expect([status, reason]).toEqual([502, "certificate-untrusted"]);
  });

  it("an expired certificate", async () => {
    const port = await startTls(echo, "expired");
    resolveNames({ "provider.test": ["127.0.0.1"] });
    expect(await failure(`https://provider.test:${port}`, { ca })).toEqual([
      502,
      "certificate-expired",
      "CERT_HAS_EXPIRED",
    ]);
  });

  it.each([false, true])("a certificate for another host name (proxy: %s)", async (isProxied) => {
    const port = await startTls(echo);
    resolveNames({ "other.test": ["127.0.0.1"] });
    const proxy = isProxied ? (await startTunnel(port)).url : undefined;
    expect(await failure(`https://other.test:${port}`, { ca, proxy })).toEqual([
      502,
      "certificate-name",
      "ERR_TLS_CERT_ALTNAME_INVALID",
    ]);
  });

  it.each([
    ["HTTP/1.1 407 Proxy Authentication Required", "proxy-login", "PROXY_HTTP_407"],
    ["HTTP/1.1 403 Forbidden", "proxy-refused", "PROXY_HTTP_403"],
    ["HTTP/1.1 503 Service Unavailable", "proxy-refused", "PROXY_HTTP_503"],
  ])("a corporate proxy that responds %s", async (line, reason, code) => {
    const tunnel = await startTunnel(1, (socket) =>
      socket.end(`${line}\r\nContent-Length: 0\r\n\r\n`),
    );
    const network = { proxy: tunnel.url };
    expect(await failure("https://provider.test", network)).toEqual([502, reason, code]);
  });

  it("a corporate proxy that is down or has an unknown host name", async () => {
    const stopped = await serve(echo);
    await stopped.close();
    resolveNames({});
    expect(await failure("https://provider.test", { proxy: stopped.url })).toEqual([
      502,
      "proxy-unreachable",
      "PROXY_ECONNREFUSED",
    ]);
    expect(await failure("https://provider.test", { proxy: "http://proxy.test:3128" })).toEqual([
      502,
      "proxy-unreachable",
      "PROXY_ENOTFOUND",
    ]);
  });

  it("a corporate proxy that drops the connection", async () => {
    const tunnel = await startTunnel(1, (socket) => void socket.destroy());
    const [status] = await failure("https://provider.test", { proxy: tunnel.url });
    expect(status).toBe(502);
    // The read and its one retry.
    expect(tunnel.connects.length).toBeLessThanOrEqual(2);
  });
});
