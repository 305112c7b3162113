import { describe, expect, it } from "vitest";
import { REVEAL_HEADER } from "#api/ownHeader.ts";
import { fetchAsApp, startPair } from "./testing/proxy.ts";

const account = { id: 25, name: "Reception", password: "75Q5Y6gc", login: "1", success: true };
const { password: _secret, ...open } = account;
const asked = { [REVEAL_HEADER]: "password" };

const pair = (body: unknown = account) =>
  startPair((_, response) => response.end(JSON.stringify(body)));

it("a SIP password comes down only when it is asked for, and is not sent upstream as a header", async () => {
  const { proxy, upstream } = await pair();
  const read = async (headers: Record<string, string>) => {
    const answer = await fetchAsApp(`${proxy.url}/api/v1/sip/25`, { headers });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    return (await answer.json()) as unknown;
  };
  expect(await read({})).toEqual(open);
  expect(await read(asked)).toEqual(account);
  expect(await read({ [REVEAL_HEADER]: "secret" })).toEqual(open);
  // A request after one that revealed it gets none.
  expect(await read({})).toEqual(open);
  expect(upstream.seen).toHaveLength(4);
  for (const { headers } of upstream.seen) expect(headers).not.toHaveProperty("x-pult-reveal");
});

describe("also with the reveal header, a secret is in no answer of", () => {
  it.each([
    ["GET", "/sip", { data: [account] }],
    ["GET", "/sip/statuses", { data: [{ id: 1, name: "a", on_line: true, password: "75Q5Y6gc" }] }],
    ["GET", "/number/external", { external_numbers: [{ number: "7", secret: "75Q5Y6gc" }] }],
    ["PATCH", "/sip/25", { success: true, password: "75Q5Y6gc" }],
    ["PUT", "/sip", { success: true, data: { Password: "75Q5Y6gc" } }],
    ["PUT", "/number/external/ate", { success: true, data: { secret: "75Q5Y6gc" } }],
  ])("%s %s", async (method, path, body) => {
    const { proxy, upstream } = await pair(body);
    for (const headers of [{}, asked]) {
      const answer = await fetchAsApp(`${proxy.url}/api/v1${path}`, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        ...(method === "GET" ? {} : { body: "{}" }),
      });
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain("75Q5Y6gc");
    }
    expect(upstream.seen.length).toBeGreaterThan(0);
  });
});

it("an account that can't be read is refused, asked for or not", async () => {
  const { proxy } = await startPair((_, response) => response.end('{"password":"75Q5Y6'));
  for (const headers of [{}, asked]) {
    const answer = await fetchAsApp(`${proxy.url}/api/v1/sip/25`, { headers });
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ proxy: "upstream-unacceptable" });
  }
});

it("another site's page can't ask for a password", async () => {
  const { proxy, upstream } = await pair();
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
  expect((await fetch(url, { headers: asked })).status).toBe(403);
  expect(upstream.seen).toEqual([]);
});
