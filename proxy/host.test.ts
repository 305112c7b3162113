import { request } from "undici";
import { expect, it } from "vitest";
import { OWN_HEADER } from "#api/ownHeader.ts";
import type { AllowedHosts } from "./host.ts";
import { startPair } from "./testing/proxy.ts";

const LOOPBACK_ONLY: AllowedHosts = {
  names: ["pult.example", "fd00::7", "ported.example:8443"],
  anyAddress: false,
};
const PUBLIC: AllowedHosts = { names: ["office-pc"], anyAddress: true };

async function fetchWithHost(
  hosts: AllowedHosts | undefined,
  host: string | string[],
  path = "/api/v1/sip",
) {
  const { upstream, proxy } = await startPair(undefined, { hosts });
  const headers = { ...OWN_HEADER, host, ...(path === "/" ? { accept: "text/html" } : {}) };
  const { statusCode: status, body } = await request(proxy.url + path, { headers });
  return { status, text: await body.text(), upstreamRequests: upstream.seen.length };
}

it.each([
  "evil.example:8080",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "[::2]",
  "10.0.0.5",
  "localhost.",
])("rejects the unknown host %j without an upstream request", async (host) => {
  for (const hosts of [undefined, LOOPBACK_ONLY]) {
    const { status, text, upstreamRequests } = await fetchWithHost(hosts, host);
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ code: 403, proxy: "unknown-address" });
    expect(text).toContain("ALLOWED_HOSTS");
    expect(upstreamRequests).toBe(0);
  }
});

it.each(["localhost@evil.example", "evil.example@localhost", "localhost/", "localhost:x", ""])(
  "rejects the invalid host %j",
  async (host) =>
    expect(await fetchWithHost(undefined, host)).toMatchObject({
      status: 403,
      upstreamRequests: 0,
    }),
);

it.each([
  "localhost:8080",
  "127.0.0.1",
  "[::1]:8080",
  "PULT.example",
  "pult.example:443",
  "[fd00::7]:8080",
  "ported.example",
])("accepts the host %s", async (host) => {
  expect(await fetchWithHost(LOOPBACK_ONLY, host)).toMatchObject({
    status: 200,
    upstreamRequests: 1,
  });
});

it("with anyAddress accepts any IP address, but only known names", async () => {
  for (const host of ["10.0.0.5:8080", "[fd00::8]", "office-pc:8080", "localhost"]) {
    expect(await fetchWithHost(PUBLIC, host)).toMatchObject({ status: 200, upstreamRequests: 1 });
  }
  for (const host of ["evil.example", "10.0.0.5.evil.example"]) {
    expect(await fetchWithHost(PUBLIC, host)).toMatchObject({ status: 403, upstreamRequests: 0 });
  }
});

it("tells a browser which setting to change, in both languages", async () => {
  const { status, text } = await fetchWithHost(undefined, "pult.office:8080", "/");
  expect(status).toBe(403);
  expect(text).toMatch(/under the name pult\.office\. .*ALLOWED_HOSTS/);
  expect(text).toMatch(/под именем pult\.office\. .*ALLOWED_HOSTS/);
});

it("serves the health check under any host", async () => {
  expect(await fetchWithHost(undefined, "10.0.0.5:8080", "/healthz")).toMatchObject({
    status: 200,
  });
});
