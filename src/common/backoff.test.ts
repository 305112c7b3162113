import type { QueryState } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorKind } from "#api/errors.ts";
import { retryUntilSuccess } from "./backoff.ts";

const IDLE: QueryState = {
  data: undefined,
  dataUpdateCount: 0,
  dataUpdatedAt: 0,
  error: null,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
  fetchFailureCount: 0,
  fetchFailureReason: null,
  fetchMeta: null,
  isInvalidated: false,
  status: "pending",
  fetchStatus: "idle",
};

const failed = (kind: ApiErrorKind, retryAfter?: number): QueryState => ({
  ...IDLE,
  status: "error",
  errorUpdatedAt: 1,
  error: new ApiError(kind, { operation: "GET /sip", retryAfter }),
});

describe("retryUntilSuccess", () => {
  it("does not poll while the query succeeds", () => {
    expect(retryUntilSuccess({ state: IDLE })).toBe(false);
    expect(retryUntilSuccess({ state: { ...IDLE, status: "success", dataUpdatedAt: 1 } })).toBe(
      false,
    );
  });

  it.each<[ApiErrorKind, number | undefined, number]>([
    ["provider", undefined, 10_000],
    ["tooManyRequests", 60, 60_000],
    ["tooManyRequests", 3, 10_000],
  ])("retries after %s (Retry-After: %s s) in %d ms", (kind, retryAfter, wait) => {
    expect(retryUntilSuccess({ state: failed(kind, retryAfter) })).toBe(wait);
  });

  it("backs off the longer the query fails, up to a minute", () => {
    const query = { state: failed("provider") };
    expect(retryUntilSuccess(query)).toBe(10_000);
    query.state = { ...query.state, errorUpdatedAt: 40_001 };
    expect(retryUntilSuccess(query)).toBe(40_000);
    query.state = { ...query.state, errorUpdatedAt: 3_600_001 };
    expect(retryUntilSuccess(query)).toBe(60_000);
  });

  it("does not retry after a 404", () => {
    expect(retryUntilSuccess({ state: failed("notFound") })).toBe(false);
  });
});
