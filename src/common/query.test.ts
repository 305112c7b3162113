import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { QueryClient } from "@tanstack/react-query";
import { listSipStatuses } from "#api/sip.ts";
import { ageOnArrival, askedAt, type Collected, collect, listQuery } from "./query.ts";

interface Item {
  id: number;
}
const NOTHING: Collected<Item> = { items: [], total: undefined, complete: false, cut: false };
const page = (ids: number[], done: boolean, total?: number) => ({
  items: ids.map((id) => ({ id })),
  total,
  done,
  cut: false,
});
const idsOf = ({ items }: Collected<Item>) => items.map(({ id }) => id);

describe("collecting the pages of a list", () => {
  it("adds page to page and says when it has all", () => {
    const first = collect(NOTHING, page([1, 2], false, 3));
    expect(first).toEqual({ items: [{ id: 1 }, { id: 2 }], total: 3, complete: false, cut: false });
    expect(collect(first, page([3], true, 3))).toEqual({
      items: [{ id: 1 }, { id: 2 }, { id: 3 }],
      total: 3,
      complete: true,
      cut: false,
    });
  });

  it("counts a row once that moved to the next page while we read", () => {
    const first = collect(NOTHING, page([1, 2], false, 4));
    expect(idsOf(collect(first, page([2, 3], true, 4)))).toEqual([1, 2, 3]);
  });

  it("keeps the total of a page that names none, and says when the list was cut short", () => {
    const first = collect(NOTHING, page([1], false, 2));
    const last = collect(first, { ...page([], true), cut: true });
    expect(last).toEqual({ items: [{ id: 1 }], total: 2, complete: true, cut: true });
  });

  it("loses nothing, doubles nothing and changes nothing it was given", () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat({ max: 50 }))), (pages) => {
        const all = pages.reduce((sofar, ids) => {
          const before = idsOf(sofar);
          const next = collect(sofar, page(ids, false));
          expect(idsOf(sofar)).toEqual(before);
          return next;
        }, NOTHING);
        expect(idsOf(all)).toEqual([...new Set(pages.flat())]);
      }),
    );
  });
});

const answerOf = (ids: number[], current_page: number) => ({
  data: ids.map((id) => ({ id })),
  current_page,
  last_page: 2,
  per_page: 2,
  total: 3,
});

describe("the age of a list that the proxy had kept", () => {
  it("is that of its oldest page, and tells when the provider was asked", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const client = new QueryClient();
    const ages = [3, 7];
    const ask = async (asked: { page: number }) => {
      // A page takes a second: what came first is old when the last one comes.
      vi.setSystemTime(Date.now() + 1000);
      return answerTo(asked);
    };
    const answerTo = (asked: { page: number }) => ({
      data: asked.page === 1 ? answerOf([1, 2], 1) : answerOf([3], 2),
      age: ages[asked.page - 1] ?? 0,
    });
    const options = listQuery(listSipStatuses, ask);
    expect(askedAt(undefined)).toBe(0);
    await client.fetchQuery(options);
    const query = client.getQueryCache().find({ queryKey: options.queryKey });
    expect(query?.state.data).toMatchObject({ complete: true });
    if (query === undefined) throw new Error("The list was not read");
    expect(ageOnArrival(query)).toBe(7000);
    expect(askedAt(query)).toBe(query.state.dataUpdatedAt - 7000);
    ages.fill(0);
    const start = Date.now();
    await client.fetchQuery({ ...options, staleTime: 0 });
    expect(ageOnArrival(query)).toBe(2000);
    expect(askedAt(query)).toBe(start);
    vi.useRealTimers();
  });
});
