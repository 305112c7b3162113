import { describe, expect, it, vi } from "vitest";
import { QueryClient } from "@tanstack/react-query";
import { listSipStatuses } from "#api/sip.ts";
import { ageOnArrival, requestedAt, listQuery } from "./query.ts";

const toResponse = (ids: number[], current_page: number) => ({
  data: ids.map((id) => ({ id })),
  current_page,
  last_page: 2,
  per_page: 2,
  total: 3,
});

describe("the age of a list that the proxy had cached", () => {
  it("is that of its oldest page, and yields the time of the provider's response", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const client = new QueryClient();
    const ages = [3, 7];
    const ask = async (request: { page: number }) => {
      // A page takes a second, so the first page is old when the last one arrives.
      vi.setSystemTime(Date.now() + 1000);
      return answerTo(request);
    };
    const answerTo = (request: { page: number }) => ({
      data: request.page === 1 ? toResponse([1, 2], 1) : toResponse([3], 2),
      age: ages[request.page - 1] ?? 0,
    });
    const options = listQuery(listSipStatuses, ask);
    expect(requestedAt(undefined)).toBe(0);
    await client.fetchQuery(options);
    const query = client.getQueryCache().find({ queryKey: options.queryKey });
    expect(query?.state.data).toMatchObject({ complete: true });
    if (query === undefined) throw new Error("The list was not read");
    expect(ageOnArrival(query)).toBe(7000);
    expect(requestedAt(query)).toBe(query.state.dataUpdatedAt - 7000);
    ages.fill(0);
    const start = Date.now();
    await client.fetchQuery({ ...options, staleTime: 0 });
    expect(ageOnArrival(query)).toBe(2000);
    expect(requestedAt(query)).toBe(start);
    vi.useRealTimers();
  });
});
