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
  const answer = await fetchAsApp(`${proxy.url}/api/v1/voicemail`);
  const { reason } = (await answer.json()) as { reason?: string };
  await expect.poll(() => entries).toHaveLength(1);
  return [answer.status, reason, entries[0]?.reason];
}

describe("a company's network", () => {
  it("is crossed by its proxy, with the proxy's login, also by a GET with a body", async () => {
    resolveNames({});
    const tunnel = await startTunnel(await startTls(echo));
    const network = { proxy: `http://user:p%40ss@${tunnel.host}`, ca };
    const proxy = await startProxy("https://provider.test", { network });
    const path = "/api/v1/number/external/status?logins[]=a";
    const answer = await fetchAsApp(`${proxy.url}${path}`);
    expect(await answer.json()).toEqual({
      method: "GET",
      body: '{"logins":["a"]}',
      host: "provider.test",
    });
    const login = `Basic ${Buffer.from("user:p@ss").toString("base64")}`;
    expect(tunnel.asked).toEqual([{ target: "provider.test:443", login }]);
  });

  it.each(["provider.test", ".test", "*", "other.test, provider.test"])(
    "is left out for what NO_PROXY names: %s",
    async (noProxy) => {
      const port = await startTls(echo);
      resolveNames({ "provider.test": ["127.0.0.1"] });
      const tunnel = await startTunnel(port);
      const network = { proxy: tunnel.url, noProxy, ca };
      const proxy = await startProxy(`https://provider.test:${port}`, { network });
      expect((await fetchAsApp(`${proxy.url}/api/v1/voicemail`)).status).toBe(200);
      expect(tunnel.asked).toEqual([]);
    },
  );

  it("reaches the provider by its second address where nothing answers at the first", async () => {
    const port = await startTls(echo);
    resolveNames({ "provider.test": ["127.0.0.9", "127.0.0.1"] });
    const proxy = await startProxy(`https://provider.test:${port}`, { network: { ca } });
    expect((await fetchAsApp(`${proxy.url}/api/v1/voicemail`)).status).toBe(200);
  });

  it("is not asked for what is on this machine", async () => {
    const tunnel = await startTunnel(1);
    const upstream = await serve(echo);
    const proxy = await startProxy(upstream.url, { network: { proxy: tunnel.url } });
    expect((await fetchAsApp(`${proxy.url}/api/v1/voicemail`)).status).toBe(200);
    expect(tunnel.asked).toEqual([]);
    await upstream.close();
  });
});

describe("a failure between here and the provider is named:", () => {
  it("a name that is not known", async () => {
    resolveNames({});
    expect(await failure("https://provider.test")).toEqual([502, "name-unknown", "ENOTFOUND"]);
  });

  it("nothing listens", async () => {
    const off = await serve(echo);
    await off.close();
    expect(await failure(off.url)).toEqual([502, "no-connection", "ECONNREFUSED"]);
  });

  it("an authority that is not known", async () => {
    const port = await startTls(echo);
    resolveNames({ "provider.test": ["127.0.0.1"] });
    const [status, reason] = await failure(`https://provider.test:${port}`);
    expect([status, reason]).toEqual([502, "certificate-untrusted"]);
  });

  it("a certificate that has expired", async () => {
    const port = await startTls(echo, "expired");
    resolveNames({ "provider.test": ["127.0.0.1"] });
    expect(await failure(`https://provider.test:${port}`, { ca })).toEqual([
      502,
      "certificate-expired",
      "CERT_HAS_EXPIRED",
    ]);
  });

  it.each([false, true])("a certificate of another name (proxy: %s)", async (isProxied) => {
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
  ])("a company proxy that responds %s is named", async (line, reason, code) => {
    const tunnel = await startTunnel(1, (socket) =>
      socket.end(`${line}\r\nContent-Length: 0\r\n\r\n`),
    );
    const network = { proxy: tunnel.url };
    expect(await failure("https://provider.test", network)).toEqual([502, reason, code]);
  });

  it("a proxy that is off, or has a name that is not known", async () => {
    const off = await serve(echo);
    await off.close();
    resolveNames({});
    expect(await failure("https://provider.test", { proxy: off.url })).toEqual([
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

  it("a proxy that drops the connection", async () => {
    const tunnel = await startTunnel(1, (socket) => void socket.destroy());
    const [status] = await failure("https://provider.test", { proxy: tunnel.url });
    expect(status).toBe(502);
    // The read and its one repetition.
    expect(tunnel.asked.length).toBeLessThanOrEqual(2);
  });
});
