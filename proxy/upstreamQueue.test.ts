import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { fetchAsApp, startPair } from "./testing/proxy.ts";
import { heldUpstream, statusesRequest } from "./testing/heldUpstream.ts";
import { QUEUE_LIMITS, withQueue } from "./upstreamQueue.ts";

const LIMITS = { running: 2, waiting: 3, waitMs: 1_000 };

/** A queue in front of an upstream that responds when told. */
function startQueue() {
  const { held, upstream } = heldUpstream();
  const queue = withQueue(upstream, LIMITS);
  const send = (key: number, signal = new AbortController().signal) =>
    queue(statusesRequest(String(key)), signal);
  const sent = () => held.map(({ request }) => request.target.split("page=")[1]);
  /** Finishes the oldest open request, which starts the next one. */
  const finishOne = async (outcome: "respond" | "fail" = "respond") => {
    held.find(({ state }) => state === "open")?.[outcome]();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { sent, send, finishOne };
}

const OVERLOADED = { problem: "overloaded", status: 503, headers: { "retry-after": "2" } };

describe("the upstream queue", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("limits the requests in flight and sends the others in order of arrival", async () => {
    const { sent, send, finishOne } = startQueue();
    const requests = [1, 2, 3, 4, 5].map((key) => send(key));
    expect(sent()).toEqual(["1", "2"]);
    await finishOne();
    expect(sent()).toEqual(["1", "2", "3"]);
    for (let left = 4; left > 0; left--) await finishOne();
    expect(sent()).toEqual(["1", "2", "3", "4", "5"]);
    expect(await Promise.all(requests)).toHaveLength(5);
  });

  it("rejects a request with Retry-After when it is full", async () => {
    const { sent, send } = startQueue();
    const requests = [1, 2, 3, 4, 5].map((key) => send(key));
    await expect(send(6)).rejects.toMatchObject(OVERLOADED);
    expect(sent()).toEqual(["1", "2"]);
    expect(requests).toHaveLength(5);
  });

  it("rejects a request that has waited too long, without sending it", async () => {
    const { sent, send, finishOne } = startQueue();
    const requests = [1, 2, 3].map((key) => send(key));
    const failure = requests[2]?.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(LIMITS.waitMs);
    expect(await failure).toMatchObject(OVERLOADED);
    await finishOne();
    await finishOne();
    expect(sent()).toEqual(["1", "2"]);
  });

  it("gives the slot of a disconnected client to the next request", async () => {
    const { sent, send, finishOne } = startQueue();
    void [1, 2, 4, 5].map((key) => send(key));
    const client = new AbortController();
    const disconnected = send(3, client.signal);
    client.abort();
    await expect(disconnected).rejects.toMatchObject({ reason: "left" });
    void send(6);
    for (let turn = 0; turn < 4; turn++) await finishOne();
    expect(sent()).toEqual(["1", "2", "4", "5", "6"]);
  });

  it("continues after a failure", async () => {
    const { sent, send, finishOne } = startQueue();
    const requests = [1, 2, 3].map((key) => send(key));
    const failure = requests[0]?.catch((error: unknown) => error);
    await finishOne("fail");
    expect(await failure).toMatchObject({ message: "down" });
    expect(sent()).toEqual(["1", "2", "3"]);
  });
});

it("many simultaneous requests open a bounded number of connections to the provider", async () => {
  let open = 0;
  let maxOpen = 0;
  const pending: (() => void)[] = [];
  const { proxy } = await startPair((_, response) => {
    maxOpen = Math.max(maxOpen, ++open);
    response.on("close", () => open--);
    pending.push(() => response.end("{}"));
  });
  const timer = setInterval(() => pending.splice(0).forEach((respond) => respond()), 20);
  onTestFinished(() => clearInterval(timer));
  const count = QUEUE_LIMITS.running + QUEUE_LIMITS.waiting + 50;
  const responses = await Promise.all(
    Array.from({ length: count }, (_, index) => fetchAsApp(`${proxy.url}/api/v1/sip/${index + 1}`)),
  );
  expect(maxOpen).toBeLessThanOrEqual(QUEUE_LIMITS.running);
  const rejected = responses.filter(({ status }) => status === 503);
  expect(responses.filter(({ status }) => status === 200).length).toBe(count - rejected.length);
  for (const response of rejected) {
    expect(response.headers.get("retry-after")).toBe("2");
    expect(await response.json()).toMatchObject({ proxy: "overloaded", code: 503 });
  }
});
