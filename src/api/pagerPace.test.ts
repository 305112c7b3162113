import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./errors.ts";
import { newPagerState, readPages } from "./pager.ts";
import { type Ask, collect, type Item, numbers, serve } from "./samples/pages.ts";

/** One turn of the event loop, in which every settled promise has been handled. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
const rateLimitError = (retryAfter?: number) =>
  new ApiError("tooManyRequests", { operation: "GET /sip", retryAfter });

/** A rate limit of so many requests per minute. */
function limited(total: number, perMinute: number) {
  let since = Date.now();
  let served = 0;
  return vi.fn<Ask>(async ({ page, limit }) => {
    if (Date.now() - since >= 60_000) [since, served] = [Date.now(), 0];
    if (++served > perMinute) throw rateLimitError(Math.ceil((since + 60_000 - Date.now()) / 1000));
    return serve({ total }, page, limit);
  });
}

const passTime = () =>
  vi.fn<(ms: number) => Promise<void>>((ms) => {
    vi.setSystemTime(Date.now() + ms);
    return Promise.resolve();
  });

describe("reading pages from a rate-limited server", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  it("yields 7,000 rows at 60 requests a minute, no page twice, with the remaining time", async () => {
    const ask = limited(7000, 60);
    const wait = passTime();
    const { ids, list, steps } = await collect(ask, undefined, wait);
    expect(ids).toEqual(numbers(7000));
    expect(list.truncated).toBe(false);
    expect(list).not.toHaveProperty("remainingMs");
    expect(wait).toHaveBeenCalledTimes(1);
    expect(wait).toHaveBeenCalledWith(60_000);
    // Requests sent in parallel with the rejected one were rejected as well.
    expect(ask.mock.calls.length).toBeLessThanOrEqual(70 + 4);
    const remaining = steps.flatMap((step) => step.list.remainingMs ?? []);
    expect(remaining[0]).toBeGreaterThanOrEqual(60_000);
    expect(remaining[0]).toBeLessThanOrEqual(90_000);
    for (const ms of remaining.slice(1)) expect(ms).toBeLessThan(60_000);
  });

  it("gives up after three waits without a page between them", async () => {
    const ask = vi.fn<Ask>(async ({ page, limit }) => {
      if (page > 2) throw rateLimitError();
      return serve({ total: 1000 }, page, limit);
    });
    const wait = passTime();
    await expect(collect(ask, undefined, wait)).rejects.toMatchObject({ kind: "tooManyRequests" });
    expect(wait.mock.calls).toEqual([[5000], [5000], [5000]]);
  });

  it("fails at once when the first page is rejected: nothing could be shown meanwhile", async () => {
    const wait = passTime();
    await expect(
      collect(() => Promise.reject(rateLimitError(3)), undefined, wait),
    ).rejects.toThrow();
    expect(wait).not.toHaveBeenCalled();
  });
});

describe("a page that fails", () => {
  const unhandled = vi.fn<(reason: unknown) => void>();
  afterEach(() => {
    process.off("unhandledRejection", unhandled);
    unhandled.mockReset();
  });
  const failing = new Error("page 3");
  const failsAt = (bad: number) =>
    vi.fn<Ask>(async ({ page, limit }) => {
      if (page >= bad) throw failing;
      return serve({ total: 1000 }, page, limit);
    });

  it("throws after the pages before it, and reading can resume there", async () => {
    process.on("unhandledRejection", unhandled);
    let reached = newPagerState<Item>();
    const run = async () => {
      for await (reached of readPages(failsAt(3))) expect(reached.list.complete).toBe(false);
    };
    await expect(run()).rejects.toBe(failing);
    expect(reached.list.items).toHaveLength(200);
    await turn();
    expect(unhandled).not.toHaveBeenCalled();
    const ask = failsAt(99);
    expect((await collect(ask, reached)).ids).toEqual(numbers(1000));
    expect(ask.mock.calls.map(([{ page }]) => page)).toEqual(numbers(8, 3));
  });

  it("throws when it is the first", async () => {
    await expect(collect(() => Promise.reject(failing))).rejects.toBe(failing);
  });

  it("causes no unhandled rejection when the reader has stopped before its turn", async () => {
    process.on("unhandledRejection", unhandled);
    const ask = failsAt(3);
    const pages = readPages(ask);
    await pages.next();
    await pages.next();
    await pages.return(undefined);
    await turn();
    expect(ask).toHaveBeenCalledWith({ page: 3, limit: 100 });
    expect(unhandled).not.toHaveBeenCalled();
  });
});
