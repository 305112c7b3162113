import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { ApiError } from "#api/errors.ts";
import { externalNumbersQuery, registrationsQuery } from "./queries.ts";

const failure = (retryAfter?: number) =>
  new ApiError("provider", { operation: "GET /number/external", retryAfter });

function getInterval(
  options: { queryKey: readonly unknown[]; refetchInterval?: unknown },
  error?: Error,
) {
  const client = new QueryClient();
  const query = client.getQueryCache().build(client, { queryKey: options.queryKey });
  query.setState({ data: [], status: "success", dataUpdatedAt: 1000 });
  if (error !== undefined) query.setState({ error, status: "error", errorUpdatedAt: 2000 });
  const { refetchInterval: wait } = options;
  return typeof wait === "function" ? wait(query) : wait;
}

afterEach(() => vi.unstubAllGlobals());

it("polls the list every five minutes, sooner after a failure", () => {
  expect(getInterval(externalNumbersQuery())).toBe(300_000);
  expect(getInterval(externalNumbersQuery(), failure())).toBe(10_000);
  expect(getInterval(externalNumbersQuery(), failure(90))).toBe(90_000);
});

it("polls registrations every 15 s, later if the provider demands it", () => {
  expect(getInterval(registrationsQuery(["a"]))).toBe(15_000);
  expect(getInterval(registrationsQuery(["a"]), failure())).toBe(15_000);
  expect(getInterval(registrationsQuery(["a"]), failure(90))).toBe(90_000);
});

it("sends no request without logins, and splits many logins into several requests", async () => {
  expect(registrationsQuery([]).enabled).toBe(false);
  const addresses: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    addresses.push(address);
    const login = new URL(address, "http://x").searchParams.getAll("logins[]").at(0);
    return Promise.resolve(Response.json({ status: [{ login, status: "OK" }], success: true }));
  });
  const logins = Array.from({ length: 250 }, (_, index) => `login${index}`);
  const data = await new QueryClient().fetchQuery(registrationsQuery(logins));
  expect(data.map(({ login }) => login)).toEqual(["login0", "login100", "login200"]);
  const requested = addresses.flatMap((address) =>
    new URL(address, "http://x").searchParams.getAll("logins[]"),
  );
  expect(requested).toEqual(logins);
});
