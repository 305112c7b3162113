import { QueryClient, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorKind } from "#api/errors.ts";
import { accountQuery, accountsQuery, statusesQuery } from "./queries.ts";

const failure = (kind: ApiErrorKind, retryAfter?: number) =>
  new ApiError(kind, { operation: "GET /sip", retryAfter });

/** Milliseconds to the next poll, after a response and perhaps a failure that followed it. */
function getInterval<Data, Key extends QueryKey>(
  options: UseQueryOptions<Data, Error, Data, Key>,
  data: unknown,
  error?: ApiError,
  /** Milliseconds between the first failure after the response and the last. */
  failingFor = 0,
) {
  const client = new QueryClient();
  const { queryKey, refetchInterval } = options;
  const query = client.getQueryCache().build<Data, Error, Data, Key>(client, { queryKey });
  query.setState({ data: data as Data, status: "success", dataUpdatedAt: 1000 });
  const wait = () =>
    typeof refetchInterval === "function" ? refetchInterval(query) : refetchInterval;
  if (error === undefined) return wait();
  // Long after the response: time that the computer slept does not count.
  const first = 10_000_000;
  for (const errorUpdatedAt of [first, first + failingFor]) {
    query.setState({ error, status: "error", errorUpdatedAt });
    wait();
  }
  return wait();
}

const list = (...created: boolean[]) => ({
  items: created.map((finally_created, id) => ({ id, finally_created })),
  complete: true,
});

describe("the statuses query", () => {
  it("polls every 15 s", () => {
    expect(getInterval(statusesQuery(), list())).toBe(15_000);
    expect(getInterval(statusesQuery(), list(), failure("offline"))).toBe(15_000);
  });

  it.each([
    [1, 15_000],
    [15, 15_000],
    [16, 16_000],
    [3600, 3_600_000],
  ])("waits at least the provider's Retry-After of %d s", (seconds, wait) => {
    expect(getInterval(statusesQuery(), list(), failure("tooManyRequests", seconds))).toBe(wait);
  });
});

describe("the statuses query on the board", () => {
  it.each([5_000, 60_000])("polls at the chosen interval of %d ms", (every) => {
    expect(getInterval(statusesQuery(every), list())).toBe(every);
  });

  it.each([
    [1_000, 10_000],
    [10_000, 10_000],
    [20_000, 20_000],
    [45_000, 45_000],
    [3_600_000, 60_000],
  ])("after failing for %d ms polls in %d ms", (failingFor, wait) => {
    const error = failure("offline");
    expect(getInterval(statusesQuery(10_000), list(), error, failingFor)).toBe(wait);
  });
});

it("a success resets the backoff", () => {
  const client = new QueryClient();
  const { queryKey, refetchInterval } = statusesQuery(10_000);
  const query = client.getQueryCache().build(client, { queryKey });
  const failAt = (errorUpdatedAt: number) => {
    query.setState({ error: failure("offline"), status: "error", errorUpdatedAt });
    return typeof refetchInterval === "function" && refetchInterval(query as never);
  };
  failAt(1_000);
  expect(failAt(41_000)).toBe(40_000);
  query.setState({ data: list(), status: "success", dataUpdatedAt: 50_000 });
  expect(failAt(60_000)).toBe(10_000);
});

describe("the accounts query", () => {
  it("polls every five minutes", () => {
    expect(getInterval(accountsQuery(), list(true, true))).toBe(300_000);
  });

  it("backs off while it fails", () => {
    expect(getInterval(accountsQuery(), list(true), failure("provider"), 40_000)).toBe(40_000);
  });

  it("polls sooner while an account is being created, or after a failure", () => {
    expect(getInterval(accountsQuery(), list(true, false))).toBe(10_000);
    expect(getInterval(accountsQuery(), list(true), failure("provider"))).toBe(10_000);
  });

  it("waits for the provider's Retry-After", () => {
    expect(getInterval(accountsQuery(), list(true), failure("tooManyRequests", 60))).toBe(60_000);
    expect(getInterval(accountsQuery(), list(false), failure("provider", 60))).toBe(60_000);
  });
});

describe("the query of one account", () => {
  const creating = { id: 25, finally_created: false };

  it("polls while the account is being created, or after a failure", () => {
    expect(getInterval(accountQuery(25), { ...creating, finally_created: true })).toBe(false);
    expect(getInterval(accountQuery(25), creating)).toBe(10_000);
    expect(getInterval(accountQuery(25), creating, failure("refused"))).toBe(10_000);
    expect(getInterval(accountQuery(25), creating, failure("tooManyRequests", 60))).toBe(60_000);
  });

  it("stops polling after a 404", () => {
    expect(getInterval(accountQuery(25), creating, failure("notFound"))).toBe(false);
  });
});
