import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fetchAsApp, startPair } from "./testing/proxy.ts";

const said = { success: true, text: "Приёмная".repeat(100) };
const json = Buffer.from(JSON.stringify(said));

/** The answers to a read and to a write, of an upstream that packs without being asked. */
async function answersTo(encoding: string, body: Buffer, answerBytes = 100_000) {
  const { proxy, upstream } = await startPair(
    (_, response) => response.writeHead(200, { "content-encoding": encoding }).end(body),
    { limits: { answerBytes } },
  );
  const headers = { "content-type": "application/json" };
  const answers = [
    await fetchAsApp(`${proxy.url}/api/v1/voicemail`),
    await fetchAsApp(`${proxy.url}/api/v1/sip/7`, { method: "PATCH", headers, body: "{}" }),
  ];
  expect(upstream.seen).toHaveLength(2);
  return answers;
}

describe("an answer packed unasked is unpacked", () => {
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
    for (const answer of await answersTo(encoding, body)) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-encoding")).toBe(null);
      expect(await answer.text()).toBe(body.length === 0 ? "" : json.toString());
    }
  });

  it("also that of a failure", async () => {
    const { proxy } = await startPair((_, response) =>
      response.writeHead(404, { "content-encoding": "gzip" }).end(gzipSync('{"message":"No"}')),
    );
    const answer = await fetchAsApp(`${proxy.url}/api/v1/sip/7`);
    expect([answer.status, await answer.json()]).toEqual([404, { message: "No" }]);
  });
});

describe("an answer that can't be unpacked is refused", () => {
  const zeros = Buffer.alloc(10_000_000);
  it.each([
    ["cut gzip", "gzip", gzipSync(json).subarray(0, -9)],
    ["cut brotli", "br", brotliCompressSync(json).subarray(0, -2)],
    ["cut deflate", "deflate", deflateSync(json).subarray(0, -6)],
    ["a gzip bomb", "gzip", gzipSync(zeros)],
    ["a brotli bomb", "br", brotliCompressSync(zeros)],
    ["a bomb within a bomb", "gzip, gzip", gzipSync(gzipSync(zeros))],
    ["packed three times", "gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(json)))],
    ["not what it says", "gzip", json],
    ["an unknown encoding", "snappy", json],
  ])("%s", async (_, encoding, body) => {
    for (const answer of await answersTo(encoding, body)) {
      expect(answer.status).toBe(502);
      expect(await answer.json()).toMatchObject({ proxy: "upstream-unacceptable" });
    }
  });
});
