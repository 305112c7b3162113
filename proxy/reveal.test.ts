import { describe, expect, it } from "vitest";
import { REVEAL_HEADER } from "#api/ownHeader.ts";
import { fetchAsApp, startPair } from "./testing/proxy.ts";

const account = { id: 25, name: "Reception", password: "75Q5Y6gc", login: "1", success: true };
const { password: _secret, ...withoutPassword } = account;
const revealHeaders = { [REVEAL_HEADER]: "password" };

const startWithBody = (body: unknown = account) =>
  startPair((_, response) => response.end(JSON.stringify(body)));

it("reveals a SIP password only on request, and does not forward the reveal header", async () => {
  const { proxy, upstream } = await startWithBody();
  const fetchAccount = async (headers: Record<string, string>) => {
    const response = await fetchAsApp(`${proxy.url}/api/v1/sip/25`, { headers });
    expect(response.headers.get("cache-control")).toBe("no-store");
    return (await response.json()) as unknown;
  };
  expect(await fetchAccount({})).toEqual(withoutPassword);
  expect(await fetchAccount(revealHeaders)).toEqual(account);
  expect(await fetchAccount({ [REVEAL_HEADER]: "secret" })).toEqual(withoutPassword);
  // A request after a revealing one gets none.
  expect(await fetchAccount({})).toEqual(withoutPassword);
  expect(upstream.seen).toHaveLength(4);
  for (const { headers } of upstream.seen) expect(headers).not.toHaveProperty("x-pult-reveal");
});

describe("even with the reveal header there is no secret in the response of", () => {
  it.each([
    ["GET", "/sip", { data: [account] }],
    ["GET", "/sip/statuses", { data: [{ id: 1, name: "a", on_line: true, password: "75Q5Y6gc" }] }],
    ["GET", "/number/external", { external_numbers: [{ number: "7", secret: "75Q5Y6gc" }] }],
    ["PATCH", "/sip/25", { success: true, password: "75Q5Y6gc" }],
    ["PUT", "/sip", { success: true, data: { Password: "75Q5Y6gc" } }],
    ["PUT", "/number/external/ate", { success: true, data: { secret: "75Q5Y6gc" } }],
  ])("%s %s", async (method, path, body) => {
    const { proxy, upstream } = await startWithBody(body);
    for (const headers of [{}, revealHeaders]) {
      const response = await fetchAsApp(`${proxy.url}/api/v1${path}`, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        ...(method === "GET" ? {} : { body: "{}" }),
      });
      expect(response.status).toBe(200);
      expect(await response.text()).not.toContain("75Q5Y6gc");
    }
    expect(upstream.seen.length).toBeGreaterThan(0);
  });
});

it("rejects an account that can't be parsed, with or without the reveal header", async () => {
  const { proxy } = await startPair((_, response) => response.end('{"password":"75Q5Y6'));
  for (const headers of [{}, revealHeaders]) {
    const response = await fetchAsApp(`${proxy.url}/api/v1/sip/25`, { headers });
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ proxy: "upstream-unacceptable" });
  }
});

it("rejects another site's request for a password", async () => {
  const { proxy, upstream } = await startWithBody();
  const url = `${proxy.url}/api/v1/sip/25`;
  const preflight = await fetch(url, {
    method: "OPTIONS",
    headers: {
      origin: "https://evil.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "x-pult,x-pult-reveal",
    },
  });
  expect(preflight.headers.get("access-control-allow-headers")).toBe(null);
  expect(preflight.status).toBe(403);
  expect((await fetch(url, { headers: revealHeaders })).status).toBe(403);
  expect(upstream.seen).toEqual([]);
});
