import { connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { READER_LIMITS, type ReaderLimits, withoutSlowReaders } from "./slowReaders.ts";
import { serve } from "#proxy/testing/upstream.ts";

const MEGABYTE = 1_000_000;

/** A server whose answers have as many megabytes as the path says. */
async function start(limits: Partial<ReaderLimits>) {
  const asked: string[] = [];
  const brokenOff: string[] = [];
  const listener = withoutSlowReaders(
    ({ url = "", socket }, response) => {
      asked.push(url);
      response.once("close", () => {
        if (socket.destroyed) brokenOff.push(url);
      });
      response.end(Buffer.alloc(Number(url.slice(1)) * MEGABYTE));
    },
    { ...READER_LIMITS, everyMs: 20, ...limits },
  );
  const server = await serve(listener);
  onTestFinished(() => server.close());
  return { ...server, asked, brokenOff };
}

/** A client that asks and does not read until told. */
function ask(port: number, ...paths: string[]): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(""));
  return socket;
}

async function bytesOf(socket: Socket): Promise<number> {
  let bytes = 0;
  socket.on("data", (chunk: Buffer) => (bytes += chunk.length));
  await new Promise((resolve) => socket.once("close", resolve));
  return bytes;
}

it("ends a client that has not read its answer in time, and no other", async () => {
  const { port, url, brokenOff } = await start({ totalMs: 1_000 });
  ask(port, "/20");
  expect((await (await fetch(`${url}/1`)).arrayBuffer()).byteLength).toBe(MEGABYTE);
  await expect.poll(() => brokenOff, { timeout: 20_000 }).toEqual(["/20"]);
});

it("ends those with the most unread when it is too much in all", async () => {
  const { port, brokenOff } = await start({ unreadBytes: 70 * MEGABYTE });
  for (const size of [20, 21, 50, 22, 51]) ask(port, `/${size}`);
  await expect.poll(() => brokenOff.toSorted(), { timeout: 20_000 }).toEqual(["/50", "/51"]);
});

it("answers no connection that sends many requests in one piece", async () => {
  const { port, asked } = await start({ pipelined: 3 });
  expect(await bytesOf(ask(port, ...Array.from({ length: 50 }, () => "/1")))).toBeLessThan(
    4 * MEGABYTE,
  );
  expect(asked).toHaveLength(3);
});
