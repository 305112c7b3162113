import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { fetchAsApp, startPair } from "./testing/proxy.ts";
import { heldUpstream, statuses } from "./testing/heldUpstream.ts";
import { QUEUE_LIMITS, withQueue } from "./upstreamQueue.ts";

const LIMITS = { running: 2, waiting: 3, waitMs: 1_000 };

/** A queue before an upstream that answers when told. */
function queued() {
  const { held, upstream } = heldUpstream();
  const queue = withQueue(upstream, LIMITS);
  const ask = (key: number, signal = new AbortController().signal) =>
    queue(statuses(String(key)), signal);
  const sent = () => held.map(({ request }) => request.target.split("page=")[1]);
  /** Answers the oldest request, and lets the next one go. */
  const answerOne = async (how: "answer" | "fail" = "answer") => {
    held.find(({ state }) => state === "open")?.[how]();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { sent, ask, answerOne };
}

const REFUSED = { problem: "overloaded", status: 503, headers: { "retry-after": "2" } };

describe("a queue before the upstream", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("sends some at one time, the others in the order in which they came", async () => {
    const { sent, ask, answerOne } = queued();
    const asked = [1, 2, 3, 4, 5].map((key) => ask(key));
    expect(sent()).toEqual(["1", "2"]);
    await answerOne();
    expect(sent()).toEqual(["1", "2", "3"]);
    for (let left = 4; left > 0; left--) await answerOne();
    expect(sent()).toEqual(["1", "2", "3", "4", "5"]);
    expect(await Promise.all(asked)).toHaveLength(5);
  });

  it("refuses one for which there is no room, and says when to come again", async () => {
    const { sent, ask } = queued();
    const asked = [1, 2, 3, 4, 5].map((key) => ask(key));
    await expect(ask(6)).rejects.toMatchObject(REFUSED);
    expect(sent()).toEqual(["1", "2"]);
    expect(asked).toHaveLength(5);
  });

  it("refuses one that has waited too long, and never sends it", async () => {
    const { sent, ask, answerOne } = queued();
    const asked = [1, 2, 3].map((key) => ask(key));
    const ended = asked[2]?.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(LIMITS.waitMs);
    expect(await ended).toMatchObject(REFUSED);
    await answerOne();
    await answerOne();
    expect(sent()).toEqual(["1", "2"]);
  });

  it("gives the place of one whose viewer leaves to the next", async () => {
    const { sent, ask, answerOne } = queued();
    void [1, 2, 4, 5].map((key) => ask(key));
    const viewer = new AbortController();
    const left = ask(3, viewer.signal);
    viewer.abort();
    await expect(left).rejects.toMatchObject({ reason: "left" });
    void ask(6);
    for (let turn = 0; turn < 4; turn++) await answerOne();
    expect(sent()).toEqual(["1", "2", "4", "5", "6"]);
  });

  it("goes on after a failure", async () => {
    const { sent, ask, answerOne } = queued();
    const asked = [1, 2, 3].map((key) => ask(key));
    const ended = asked[0]?.catch((error: unknown) => error);
    await answerOne("fail");
    expect(await ended).toMatchObject({ message: "down" });
    expect(sent()).toEqual(["1", "2", "3"]);
  });
});

it("a crowd of calls opens a bounded number of connections to the provider", async () => {
  let open = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const { proxy } = await startPair((_, response) => {
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    waiting.push(() => response.end("{}"));
  });
  const answering = setInterval(() => waiting.splice(0).forEach((answer) => answer()), 20);
  onTestFinished(() => clearInterval(answering));
  const calls = QUEUE_LIMITS.running + QUEUE_LIMITS.waiting + 50;
  const answers = await Promise.all(
    Array.from({ length: calls }, (_, index) => fetchAsApp(`${proxy.url}/api/v1/sip/${index + 1}`)),
  );
  expect(most).toBeLessThanOrEqual(QUEUE_LIMITS.running);
  const refused = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 200).length).toBe(calls - refused.length);
  for (const answer of refused) {
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await answer.json()).toMatchObject({ proxy: "overloaded", code: 503 });
  }
});
