import { connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { READER_LIMITS, type ReaderLimits, withoutSlowReaders } from "./slowReaders.ts";
import { serve } from "#proxy/testing/upstream.ts";

const MEGABYTE = 1_000_000;

/** A server whose responses have as many megabytes as the path says. */
async function start(limits: Partial<ReaderLimits>) {
  const requests: string[] = [];
  const aborted: string[] = [];
  const listener = withoutSlowReaders(
    ({ url = "", socket }, response) => {
      requests.push(url);
      response.once("close", () => {
        if (socket.destroyed) aborted.push(url);
      });
      response.end(Buffer.alloc(Number(url.slice(1)) * MEGABYTE));
    },
    { ...READER_LIMITS, intervalMs: 20, ...limits },
  );
  const server = await serve(listener);
  onTestFinished(() => server.close());
  return { ...server, requests, aborted };
}

/** A client that sends requests and does not read until told. */
function sendRequests(port: number, ...paths: string[]): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(""));
  return socket;
}

async function countBytes(socket: Socket): Promise<number> {
  let bytes = 0;
  socket.on("data", (chunk: Buffer) => (bytes += chunk.length));
  await new Promise((resolve) => socket.once("close", resolve));
  return bytes;
}

it("closes only clients that have not read their response in time", async () => {
  const { port, url, aborted } = await start({ totalMs: 1_000 });
  sendRequests(port, "/20");
  expect((await (await fetch(`${url}/1`)).arrayBuffer()).byteLength).toBe(MEGABYTE);
  await expect.poll(() => aborted, { timeout: 20_000 }).toEqual(["/20"]);
});

it("closes the clients with the most unread bytes when the total is too large", async () => {
  const { port, aborted } = await start({ unreadBytes: 70 * MEGABYTE });
  for (const size of [20, 21, 50, 22, 51]) sendRequests(port, `/${size}`);
  await expect.poll(() => aborted.toSorted(), { timeout: 20_000 }).toEqual(["/50", "/51"]);
});

it("closes a connection that pipelines too many requests", async () => {
  const { port, requests } = await start({ pipelined: 3 });
  expect(
    await countBytes(sendRequests(port, ...Array.from({ length: 50 }, () => "/1"))),
  ).toBeLessThan(4 * MEGABYTE);
  expect(requests).toHaveLength(3);
});
