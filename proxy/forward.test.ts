import { describe, expect, it } from "vitest";
import { fetchAsApp, startPair, TOKEN } from "./testing/proxy.ts";

const json = { "content-type": "application/json" };

const put = (url: string, headers: Record<string, string>, body: BodyInit) =>
  fetchAsApp(`${url}/api/v1/sip`, { method: "PUT", headers, body });

describe("upstream requests", () => {
  it("have the provider's headers and none of the client's", async () => {
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

  it("keep a JSON body byte for byte", async () => {
    const { upstream, proxy } = await startPair();
    const body = '{ "name":"Приёмная", "number" : 214, "typo": 1e2 }';
    await fetchAsApp(`${proxy.url}/api/v1/sip`, { method: "PUT", headers: json, body });
    expect(upstream.seen[0]).toMatchObject({ method: "PUT", target: "/api/v1/sip", body });
  });

  it("have no body if the operation declares none", async () => {
    const { upstream, proxy } = await startPair();
    const url = `${proxy.url}/api/v1/sip/1/scenarios/2`;
    const response = await fetchAsApp(url, { method: "PATCH", headers: json, body: '{"a":1}' });
    expect(response.status).toBe(200);
    expect(upstream.seen[0]?.body).toBe("");
    expect(upstream.seen[0]?.headers["content-length"]).toBe("0");
  });

  it("keep only the declared keys of a query", async () => {
    const { upstream, proxy } = await startPair();
    await fetchAsApp(`${proxy.url}/api/v1/sip?page=2&limit=100&api_token=x&page[]=3&sort=name`);
    expect(upstream.seen[0]?.target).toBe("/api/v1/sip?page=2&limit=100");
  });

  it("have no query if the operation declares none", async () => {
    const { upstream, proxy } = await startPair();
    await fetchAsApp(`${proxy.url}/api/v1/voicemail?page=2`);
    expect(upstream.seen[0]?.target).toBe("/api/v1/voicemail");
  });

  it.each(["page=0", "page=x", "page=", "limit=101", "page=1.5", "page=99999999999999999999"])(
    "are not sent for an invalid query: %s",
    async (query) => {
      const { upstream, proxy } = await startPair();
      const response = await fetchAsApp(`${proxy.url}/api/v1/sip?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ proxy: "bad-request", code: 400 });
      expect(upstream.seen).toEqual([]);
    },
  );

  it("keep the path of the provider's address", async () => {
    const { upstream, proxy } = await startPair();
    const { proxy: proxyWithPath } = await startPair(undefined, {
      upstreamUrl: `${upstream.url}/gate/`,
    });
    await fetchAsApp(`${proxyWithPath.url}/api/v1/sip/7`);
    await fetchAsApp(`${proxy.url}/api/v1/sip/7`);
    expect(upstream.seen.map(({ target }) => target)).toEqual([
      "/gate/api/v1/sip/7",
      "/api/v1/sip/7",
    ]);
  });
});

describe("a GET with a body", () => {
  it("gets the documented body from the logins in the query", async () => {
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

  it("gets the user's id from the query, next to the paging", async () => {
    const { upstream, proxy } = await startPair();
    await fetchAsApp(`${proxy.url}/api/v1/smart-numbers?user_id=12&page=2&limit=50`);
    expect(upstream.seen[0]).toMatchObject({
      method: "GET",
      target: "/api/v1/smart-numbers?page=2&limit=50",
      body: '{"user_id":12}',
    });
    expect(upstream.seen[0]?.headers["content-length"]).toBe("14");
  });

  it.each(["", "user_id=", "user_id=x", "user_id=-1"])(
    "is rejected for user_id in %j",
    async (query) => {
      const { upstream, proxy } = await startPair();
      const response = await fetchAsApp(`${proxy.url}/api/v1/smart-numbers?${query}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain("user_id");
      expect(upstream.seen).toEqual([]);
    },
  );
});

it("forwards a replacement character that the client sent", async () => {
  const { upstream, proxy } = await startPair();
  const body = '{"name":"\\ud83d \ufffd Приёмная"}';
  expect((await put(proxy.url, json, body)).status).toBe(200);
  expect(upstream.seen[0]?.body).toBe(body);
});

describe("a request body is rejected if it is", () => {
  it.each([
    ["not declared as JSON", { "content-type": "text/plain" }, "{}"],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "name=a"],
    ["truncated JSON", json, '{"name":'],
    ["empty", json, ""],
    ["not UTF-8", json, new Uint8Array([0x22, 0xff, 0x22])],
  ])("%s", async (_, headers, body) => {
    const { upstream, proxy } = await startPair();
    const response = await put(proxy.url, headers, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ proxy: "bad-request" });
    expect(upstream.seen).toEqual([]);
  });

  it("too large, with or without Content-Length", async () => {
    const { upstream, proxy } = await startPair(undefined, { maxBodyBytes: 1000 });
    const largestAllowed = JSON.stringify("x".repeat(998));
    expect((await put(proxy.url, json, largestAllowed)).status).toBe(200);
    const tooLarge = JSON.stringify("x".repeat(999));
    const declared = await put(proxy.url, json, tooLarge);
    expect(declared.status).toBe(413);
    expect(await declared.json()).toMatchObject({ proxy: "body-too-large", code: 413 });
    const chunked: RequestInit & { duplex: "half" } = {
      method: "PUT",
      headers: json,
      body: new Blob([tooLarge]).stream(),
      duplex: "half",
    };
    expect((await fetchAsApp(`${proxy.url}/api/v1/sip`, chunked)).status).toBe(413);
    expect(upstream.seen).toHaveLength(1);
  });
});
