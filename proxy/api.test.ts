import { expect, it, onTestFinished } from "vitest";
import { type ApiContext, apiListener } from "./api.ts";
import type { LogEntry } from "./log.ts";
import type { Sharing } from "./sharing.ts";
import { fetchAsApp } from "./testing/proxy.ts";
import { serve } from "./testing/upstream.ts";

const fault = (): never => {
  throw new TypeError("it holds a secret");
};
const answer = { status: 200, headers: {}, body: Buffer.from("{}") };
const sharing: Sharing = {
  pass: (_outgoing, _signal, taker) => taker.take(answer),
  share: async () => ({ answer, ageMs: 0 }),
};

const FAULTS: [string, Partial<ApiContext>][] = [
  ["before anything is read", { isOwnHost: fault }],
  ["as its body is there and it goes up", { sharing: { ...sharing, pass: fault } }],
  ["as the answer is there", { clean: fault }],
];

it.each(FAULTS)("a fault of our own %s is told, and its words are not", async (_, faulty) => {
  const entries: LogEntry[] = [];
  const context: ApiContext = {
    credentials: { token: "token", client: "1" },
    isSandbox: false,
    maxBodyBytes: undefined,
    clean: (_op, { body }) => body,
    sharing,
    isOwnHost: () => true,
    isOwnOrigin: () => true,
    log: (entry) => entries.push(entry),
    ...faulty,
  };
  const server = await serve(apiListener(context));
  onTestFinished(() => server.close());
  const headers = { "content-type": "application/json" };
  const told = await fetchAsApp(`${server.url}/api/v1/sip`, { method: "PUT", headers, body: "{}" });
  expect(told.status).toBe(500);
  expect(await told.json()).toEqual({ message: "The proxy failed.", code: 500 });
  await expect.poll(() => entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    level: "error",
    problem: "proxy-failed",
    reason: "TypeError",
  });
});
