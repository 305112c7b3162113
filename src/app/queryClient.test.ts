import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { ApiError, type ApiErrorKind } from "#api/errors.ts";
import { createQueryClient, retryDelay, shouldRetryOnMount, shouldRetry } from "./queryClient.ts";

const failure = (kind: ApiErrorKind, retryAfter?: number) =>
  new ApiError(kind, { operation: "GET /sip", retryAfter });

describe("a failed read", () => {
  it.each(["offline", "timeout", "provider", "tooManyRequests", "unintelligible"] as const)(
    "%s: is retried twice",
    (kind) => {
      expect([0, 1, 2, 3].map((failures) => shouldRetry(failures, failure(kind)))).toEqual([
        true,
        true,
        false,
        false,
      ]);
    },
  );

  it.each(["refused", "notFound", "invalid"] as const)("%s: fails at once", (kind) => {
    expect(shouldRetry(0, failure(kind))).toBe(false);
  });

  it.each([
    [0, true],
    [5, true],
    [6, false],
    [60, false],
  ])("with a Retry-After of %d s is retried: %s", (seconds, again) => {
    expect(shouldRetry(0, failure("tooManyRequests", seconds))).toBe(again);
    expect(shouldRetry(0, failure("provider", seconds))).toBe(again);
  });

  it("fails at once when the error is our own", () => {
    expect(shouldRetry(0, new TypeError("x is not a function"))).toBe(false);
  });
});

describe("the delay before a retry", () => {
  it("is half a second, then a second, ±25 %, on top of the server's Retry-After", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (luck) => {
        const first = retryDelay(0, failure("offline"), () => luck);
        const second = retryDelay(1, failure("offline"), () => luck);
        expect(first).toBeGreaterThanOrEqual(375);
        expect(first).toBeLessThanOrEqual(625);
        expect(second).toBeCloseTo(2 * first);
        const delay = retryDelay(0, failure("tooManyRequests", 7), () => luck);
        expect(delay).toBeCloseTo(7000 + first);
      }),
    );
  });
});

describe("a page that opens refetches a failed query", () => {
  it.each([
    [0, undefined, false],
    [4_999, undefined, false],
    [5_000, undefined, true],
    [59_999, 60, false],
    [60_000, 60, true],
  ])("%d ms after it failed (Retry-After %s s): %s", async (ago, retryAfter, again) => {
    const client = createQueryClient();
    const queryKey = ["listSipAccounts"];
    const queryFn = () => Promise.reject(failure("tooManyRequests", retryAfter));
    vi.useFakeTimers({ now: 0, toFake: ["Date"] });
    await client.fetchQuery({ queryKey, queryFn, retry: false }).catch(() => undefined);
    vi.setSystemTime(ago);
    const query = client.getQueryCache().find({ queryKey });
    expect(query && shouldRetryOnMount(query)).toBe(again);
    vi.useRealTimers();
    client.clear();
  });
});

it("writes are never repeated, nor paused by a browser that believes it is offline", () => {
  const { mutations } = createQueryClient().getDefaultOptions();
  expect(mutations?.retry).toBe(false);
  expect(mutations?.networkMode).toBe("always");
});
