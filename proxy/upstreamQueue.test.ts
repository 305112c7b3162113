import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { fetchAsApp, startPair } from "./testing/proxy.ts";
import { statuses } from "./testing/heldUpstream.ts";
import { promised, type Taker } from "./taker.ts";
import type { Answer, Upstream } from "./upstream.ts";
import { QUEUE_LIMITS, withQueue } from "./upstreamQueue.ts";

const LIMITS = { running: 2, waiting: 3, waitMs: 1_000 };

/** A queue before an upstream that answers when told; `sent` holds the keys that it saw. */
function held() {
  const sent: string[] = [];
  const open: Taker<Answer>[] = [];
  const upstream: Upstream = ({ target }, _, taker) => {
    sent.push(target.split("page=")[1] ?? "");
    open.push(taker);
  };
  const queue = withQueue(upstream, LIMITS);
  const ask = (key: number, signal = new AbortController().signal) =>
    promised<Answer>((taker) => queue(statuses(String(key)), signal, taker));
  const end = () => open.shift()?.take({ status: 200, headers: {}, body: Buffer.from("{}") });
  return { sent, open, ask, end };
}

const REFUSED = { problem: "overloaded", status: 503, headers: { "retry-after": "2" } };

describe("a queue before the upstream", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("sends some at one time, the others in the order in which they came", async () => {
    const { sent, ask, end } = held();
    const asked = [1, 2, 3, 4, 5].map((key) => ask(key));
    expect(sent).toEqual(["1", "2"]);
    end();
    expect(sent).toEqual(["1", "2", "3"]);
    for (let left = 4; left > 0; left--) end();
    expect(sent).toEqual(["1", "2", "3", "4", "5"]);
    expect(await Promise.all(asked)).toHaveLength(5);
  });

  it("refuses one for which there is no room, and says when to come again", async () => {
    const { sent, ask } = held();
    const asked = [1, 2, 3, 4, 5].map((key) => ask(key));
    await expect(ask(6)).rejects.toMatchObject(REFUSED);
    expect(sent).toEqual(["1", "2"]);
    expect(asked).toHaveLength(5);
  });

  it("refuses one that has waited too long, and never sends it", async () => {
    const { sent, ask, end } = held();
    const asked = [1, 2, 3].map((key) => ask(key));
    vi.advanceTimersByTime(LIMITS.waitMs);
    await expect(asked[2]).rejects.toMatchObject(REFUSED);
    end();
    end();
    expect(sent).toEqual(["1", "2"]);
  });

  it("gives the place of one whose viewer leaves to the next", async () => {
    const { sent, ask, end } = held();
    void [1, 2, 4, 5].map((key) => ask(key));
    const viewer = new AbortController();
    const left = ask(3, viewer.signal);
    viewer.abort();
    await expect(left).rejects.toMatchObject({ reason: "left" });
    void ask(6);
    for (let turn = 0; turn < 4; turn++) end();
    expect(sent).toEqual(["1", "2", "4", "5", "6"]);
  });

  it("goes on after a failure", async () => {
    const { sent, ask, open } = held();
    const asked = [1, 2, 3].map((key) => ask(key));
    open.shift()?.fail(new Error("down"));
    await expect(asked[0]).rejects.toThrow("down");
    expect(sent).toEqual(["1", "2", "3"]);
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
