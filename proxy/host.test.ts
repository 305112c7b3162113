import { request } from "undici";
import { expect, it } from "vitest";
import { OWN_HEADER } from "#api/ownHeader.ts";
import type { OwnHosts } from "./host.ts";
import { startPair } from "./testing/proxy.ts";

const CLOSED: OwnHosts = {
  names: ["pult.example", "fd00::7", "ported.example:8443"],
  anyAddress: false,
};
const OPEN: OwnHosts = { names: ["office-pc"], anyAddress: true };

async function ask(hosts: OwnHosts | undefined, host: string | string[], path = "/api/v1/sip") {
  const { upstream, proxy } = await startPair(undefined, { hosts });
  const headers = { ...OWN_HEADER, host, ...(path === "/" ? { accept: "text/html" } : {}) };
  const { statusCode: status, body } = await request(proxy.url + path, { headers });
  return { status, text: await body.text(), reached: upstream.seen.length };
}

it.each([
  "evil.example:8080",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "[::2]",
  "10.0.0.5",
  "localhost.",
])("refuses a call under the foreign name %j before anything leaves", async (host) => {
  for (const hosts of [undefined, CLOSED]) {
    const { status, text, reached } = await ask(hosts, host);
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ code: 403, proxy: "unknown-address" });
    expect(text).toContain("ALLOWED_HOSTS");
    expect(reached).toBe(0);
  }
});

it.each(["localhost@evil.example", "evil.example@localhost", "localhost/", "localhost:x", ""])(
  "refuses what is no host: %j",
  async (host) => expect(await ask(undefined, host)).toMatchObject({ status: 403, reached: 0 }),
);

it.each([
  "localhost:8080",
  "127.0.0.1",
  "[::1]:8080",
  "PULT.example",
  "pult.example:443",
  "[fd00::7]:8080",
  "ported.example",
])("answers under its own name %s", async (host) => {
  expect(await ask(CLOSED, host)).toMatchObject({ status: 200, reached: 1 });
});

it("opened to others answers under any address, but under known names only", async () => {
  for (const host of ["10.0.0.5:8080", "[fd00::8]", "office-pc:8080", "localhost"]) {
    expect(await ask(OPEN, host)).toMatchObject({ status: 200, reached: 1 });
  }
  for (const host of ["evil.example", "10.0.0.5.evil.example"]) {
    expect(await ask(OPEN, host)).toMatchObject({ status: 403, reached: 0 });
  }
});

it("says to who opens it in a browser what to set, in both languages", async () => {
  const { status, text } = await ask(undefined, "pult.office:8080", "/");
  expect(status).toBe(403);
  expect(text).toMatch(/under the name pult\.office\. .*ALLOWED_HOSTS/);
  expect(text).toMatch(/под именем pult\.office\. .*ALLOWED_HOSTS/);
});

it("says under any name that it is alive", async () => {
  expect(await ask(undefined, "10.0.0.5:8080", "/healthz")).toMatchObject({ status: 200 });
});
