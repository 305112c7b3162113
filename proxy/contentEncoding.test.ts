import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fetchAsApp, startPair } from "./testing/proxy.ts";

const payload = { success: true, text: "Приёмная".repeat(100) };
const json = Buffer.from(JSON.stringify(payload));

/** The responses to a read and to a write, from an upstream that encodes them unasked. */
async function fetchEncoded(encoding: string, body: Buffer, maxResponseBytes = 100_000) {
  const { proxy, upstream } = await startPair(
    (_, response) => response.writeHead(200, { "content-encoding": encoding }).end(body),
    { limits: { maxResponseBytes } },
  );
  const headers = { "content-type": "application/json" };
  const responses = [
    await fetchAsApp(`${proxy.url}/api/v1/voicemail`),
    await fetchAsApp(`${proxy.url}/api/v1/sip/7`, { method: "PATCH", headers, body: "{}" }),
  ];
  expect(upstream.seen).toHaveLength(2);
  return responses;
}

describe("an encoded upstream response is decoded:", () => {
  it.each([
    ["gzip", gzipSync(json)],
    ["X-GZIP", gzipSync(json)],
    ["br", brotliCompressSync(json)],
    ["deflate", deflateSync(json)],
    ["deflate", deflateRawSync(json)],
    ["identity", json],
    ["gzip, br", brotliCompressSync(gzipSync(json))],
    ["gzip", Buffer.alloc(0)],
  ])("%s", async (encoding, body) => {
    for (const response of await fetchEncoded(encoding, body)) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-encoding")).toBe(null);
      expect(await response.text()).toBe(body.length === 0 ? "" : json.toString());
    }
  });

  it("gzip of a failure", async () => {
    const { proxy } = await startPair((_, response) =>
      response.writeHead(404, { "content-encoding": "gzip" }).end(gzipSync('{"message":"No"}')),
    );
    const response = await fetchAsApp(`${proxy.url}/api/v1/sip/7`);
    expect([response.status, await response.json()]).toEqual([404, { message: "No" }]);
  });
});

describe("an upstream response that can't be decoded gives 502:", () => {
  const zeros = Buffer.alloc(10_000_000);
  it.each([
    ["truncated gzip", "gzip", gzipSync(json).subarray(0, -9)],
    ["truncated brotli", "br", brotliCompressSync(json).subarray(0, -2)],
    ["truncated deflate", "deflate", deflateSync(json).subarray(0, -6)],
    ["a gzip bomb", "gzip", gzipSync(zeros)],
    ["a brotli bomb", "br", brotliCompressSync(zeros)],
    ["a bomb within a bomb", "gzip, gzip", gzipSync(gzipSync(zeros))],
    ["encoded three times", "gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(json)))],
    ["not the encoding it declares", "gzip", json],
    ["an unknown encoding", "snappy", json],
  ])("%s", async (_, encoding, body) => {
    for (const response of await fetchEncoded(encoding, body)) {
      expect(response.status).toBe(502);
      expect(await response.json()).toMatchObject({ proxy: "upstream-unacceptable" });
    }
  });
});
