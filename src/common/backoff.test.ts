import type { QueryState } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorKind } from "#api/errors.ts";
import { untilItWorks } from "./backoff.ts";

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

describe("what is looked at only when somebody comes", () => {
  it("is left alone while it works", () => {
    expect(untilItWorks({ state: IDLE })).toBe(false);
    expect(untilItWorks({ state: { ...IDLE, status: "success", dataUpdatedAt: 1 } })).toBe(false);
  });

  it.each<[ApiErrorKind, number | undefined, number]>([
    ["provider", undefined, 10_000],
    ["tooManyRequests", 60, 60_000],
    ["tooManyRequests", 3, 10_000],
  ])("is looked at again after %s (%s s asked) in %d ms", (kind, asked, wait) => {
    expect(untilItWorks({ state: failed(kind, asked) })).toBe(wait);
  });

  it("is looked at ever later, the longer it fails, but at least each minute", () => {
    const query = { state: failed("provider") };
    expect(untilItWorks(query)).toBe(10_000);
    query.state = { ...query.state, errorUpdatedAt: 40_001 };
    expect(untilItWorks(query)).toBe(40_000);
    query.state = { ...query.state, errorUpdatedAt: 3_600_001 };
    expect(untilItWorks(query)).toBe(60_000);
  });

  it("is not asked for again once it is gone", () => {
    expect(untilItWorks({ state: failed("notFound") })).toBe(false);
  });
});
