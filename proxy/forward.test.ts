import { describe, expect, it } from "vitest";
import { fetchAsApp, startPair, TOKEN } from "./testing/proxy.ts";

const json = { "content-type": "application/json" };

const put = (url: string, headers: Record<string, string>, body: BodyInit) =>
  fetchAsApp(`${url}/api/v1/sip`, { method: "PUT", headers, body });

describe("what goes up", () => {
  it("adds the provider's headers and forwards none of the browser's", async () => {
    const { upstream, proxy } = await startPair();
    const headers = {
      Authorization: "Bearer forged",
      Client: "1",
      Cookie: "session=1",
      "X-Forwarded-For": "10.0.0.1",
      "X-Sandbox-Office": "a",
      "User-Agent": "browser",
      "Accept-Language": "ru",
    };
    await fetchAsApp(`${proxy.url}/api/v1/sip`, { headers });
    expect(upstream.seen).toHaveLength(1);
    expect(upstream.seen[0]?.headers).toEqual({
      host: new URL(upstream.url).host,
      connection: "keep-alive",
      authorization: `Bearer ${TOKEN}`,
      client: "10553",
      accept: "application/json",
      "content-type": "application/json",
      "accept-language": "ru",
    });
  });

  it("passes a JSON body on byte for byte", async () => {
    const { upstream, proxy } = await startPair();
    const body = '{ "name":"Приёмная", "number" : 214, "typo": 1e2 }';
    await fetchAsApp(`${proxy.url}/api/v1/sip`, { method: "PUT", headers: json, body });
    expect(upstream.seen[0]).toMatchObject({ method: "PUT", target: "/api/v1/sip", body });
  });

  it("sends no body with an operation that has none", async () => {
    const { upstream, proxy } = await startPair();
    const url = `${proxy.url}/api/v1/sip/1/scenarios/2`;
    const answer = await fetchAsApp(url, { method: "PATCH", headers: json, body: '{"a":1}' });
    expect(answer.status).toBe(200);
    expect(upstream.seen[0]?.body).toBe("");
    expect(upstream.seen[0]?.headers["content-length"]).toBe("0");
  });

  it("keeps only the declared keys of a query", async () => {
    const { upstream, proxy } = await startPair();
    await fetchAsApp(`${proxy.url}/api/v1/sip?page=2&limit=100&api_token=x&page[]=3&sort=name`);
    expect(upstream.seen[0]?.target).toBe("/api/v1/sip?page=2&limit=100");
  });

  it("drops the query of an operation that declares none", async () => {
    const { upstream, proxy } = await startPair();
    await fetchAsApp(`${proxy.url}/api/v1/voicemail?page=2`);
    expect(upstream.seen[0]?.target).toBe("/api/v1/voicemail");
  });

  it.each(["page=0", "page=x", "page=", "limit=101", "page=1.5", "page=99999999999999999999"])(
    "refuses a query that breaks the schema: %s",
    async (query) => {
      const { upstream, proxy } = await startPair();
      const answer = await fetchAsApp(`${proxy.url}/api/v1/sip?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ proxy: "bad-request", code: 400 });
      expect(upstream.seen).toEqual([]);
    },
  );

  it("keeps a path that the provider's address has", async () => {
    const { upstream, proxy } = await startPair();
    const { proxy: behind } = await startPair(undefined, { upstreamUrl: `${upstream.url}/gate/` });
    await fetchAsApp(`${behind.url}/api/v1/sip/7`);
    await fetchAsApp(`${proxy.url}/api/v1/sip/7`);
    expect(upstream.seen.map(({ target }) => target)).toEqual([
      "/gate/api/v1/sip/7",
      "/api/v1/sip/7",
    ]);
  });
});

describe("a GET with a body", () => {
  it("turns logins of a query into the documented body", async () => {
    const { upstream, proxy } = await startPair();
    const query = "logins[]=trunk%201&logins%5B%5D=a%26b&other=1";
    await fetchAsApp(`${proxy.url}/api/v1/number/external/status?${query}`);
    const body = '{"logins":["trunk 1","a&b"]}';
    expect(upstream.seen[0]).toMatchObject({
      method: "GET",
      target: "/api/v1/number/external/status",
      body,
    });
    expect(upstream.seen[0]?.headers["content-length"]).toBe(String(body.length));
    expect(upstream.seen[0]?.headers["transfer-encoding"]).toBeUndefined();
  });

  it("splits a user's id from the paging beside it", async () => {
    const { upstream, proxy } = await startPair();
    await fetchAsApp(`${proxy.url}/api/v1/smart-numbers?user_id=12&page=2&limit=50`);
    expect(upstream.seen[0]).toMatchObject({
      method: "GET",
      target: "/api/v1/smart-numbers?page=2&limit=50",
      body: '{"user_id":12}',
    });
    expect(upstream.seen[0]?.headers["content-length"]).toBe("14");
  });

  it.each(["", "user_id=", "user_id=x", "user_id=-1"])("refuses user_id in %j", async (query) => {
    const { upstream, proxy } = await startPair();
    const answer = await fetchAsApp(`${proxy.url}/api/v1/smart-numbers?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("user_id");
    expect(upstream.seen).toEqual([]);
  });
});

it("passes on the sign that stands for what could not be read, where it was sent", async () => {
  const { upstream, proxy } = await startPair();
  const body = '{"name":"\\ud83d \ufffd Приёмная"}';
  expect((await put(proxy.url, json, body)).status).toBe(200);
  expect(upstream.seen[0]?.body).toBe(body);
});

describe("a body that is refused", () => {
  it.each([
    ["not declared as JSON", { "content-type": "text/plain" }, "{}"],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "name=a"],
    ["cut JSON", json, '{"name":'],
    ["empty", json, ""],
    ["not UTF-8", json, new Uint8Array([0x22, 0xff, 0x22])],
  ])("%s", async (_, headers, body) => {
    const { upstream, proxy } = await startPair();
    const answer = await put(proxy.url, headers, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ proxy: "bad-request" });
    expect(upstream.seen).toEqual([]);
  });

  it("too large, whether its length is declared or not", async () => {
    const { upstream, proxy } = await startPair(undefined, { maxBodyBytes: 1000 });
    const exact = JSON.stringify("x".repeat(998));
    expect((await put(proxy.url, json, exact)).status).toBe(200);
    const large = JSON.stringify("x".repeat(999));
    const declared = await put(proxy.url, json, large);
    expect(declared.status).toBe(413);
    expect(await declared.json()).toMatchObject({ proxy: "body-too-large", code: 413 });
    const chunked: RequestInit & { duplex: "half" } = {
      method: "PUT",
      headers: json,
      body: new Blob([large]).stream(),
      duplex: "half",
    };
    expect((await fetchAsApp(`${proxy.url}/api/v1/sip`, chunked)).status).toBe(413);
    expect(upstream.seen).toHaveLength(1);
  });
});
