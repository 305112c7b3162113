import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { PAGE_LIMIT, readPages } from "./pager.ts";
import { type Ask, collect, type Item, numbers, toRows, serve } from "./samples/pages.ts";

const offices = fc.record({
  total: fc.integer({ min: 0, max: 1200 }),
  granted: fc.integer({ min: 1, max: 150 }),
});

const invalidRows = (id?: number) => ({ id, name: "", number: "", field: "name" });

describe("reading all pages", () => {
  it("yields 300 accounts of a server that grants 15 per page", async () => {
    const ask = vi.fn<Ask>(async ({ page, limit }) =>
      serve({ total: 300, granted: 15 }, page, limit),
    );
    const { ids, list, steps } = await collect(ask);
    expect(ids).toEqual(numbers(300));
    expect(list).toMatchObject({ total: 300, complete: true, truncated: false });
    // Every step but the last reports that there is more.
    expect(steps.map((step) => step.list.complete)).toEqual(numbers(20).map((n) => n === 20));
    expect(ask).toHaveBeenCalledTimes(20);
    expect(ask.mock.calls[0]).toEqual([{ page: 1, limit: 100 }]);
    expect(ask.mock.calls[1]).toEqual([{ page: 2, limit: 15 }]);
  });

  it("yields all rows in order exactly once, fetching at most four pages at a time and none twice", async () => {
    await fc.assert(
      fc.asyncProperty(offices, fc.scheduler(), async (office, scheduler) => {
        const requested: number[] = [];
        let running = 0;
        let most = 0;
        const { ids, list } = await scheduler.waitFor(
          collect(async ({ page, limit }) => {
            requested.push(page);
            most = Math.max(most, ++running);
            await scheduler.schedule(Promise.resolve());
            running--;
            return serve(office, page, limit);
          }),
        );
        expect(ids).toEqual(numbers(office.total));
        expect(list).toMatchObject({ total: office.total, truncated: false });
        const pages = Math.max(1, Math.ceil(office.total / Math.min(PAGE_LIMIT, office.granted)));
        expect(requested).toEqual(numbers(pages));
        expect(most).toBeLessThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });

  it("yields the first page before the second has arrived", async () => {
    const pages = readPages<Item>(({ page, limit }) =>
      page === 1
        ? Promise.resolve(serve({ total: 150 }, page, limit))
        : new Promise<never>(() => undefined),
    );
    const { value } = await pages.next();
    expect(value).toMatchObject({ list: { total: 150, complete: false, truncated: false } });
  });

  it("counts rows that can't be read, and counts a repeated row once", async () => {
    const ask: Ask = async ({ page }) => ({
      data: { data: toRows(page === 1 ? [1, 2] : [2, 4]), last_page: 2, per_page: 3, total: 6 },
      invalidRows: page === 1 ? [invalidRows(7)] : [invalidRows(), invalidRows()],
    });
    const { list, ids } = await collect(ask);
    expect(ids).toEqual([1, 2, 4]);
    expect(list).toMatchObject({
      invalidRows: [invalidRows(7), invalidRows(), invalidRows()],
      total: 6,
      truncated: false,
    });
  });
});

/** Returns these pages, whatever is requested beyond them. */
const toPages = (pages: number[][], rest: { total?: number; last_page?: number } = {}) =>
  vi.fn<Ask>(async ({ page }) => ({
    data: {
      data: toRows(pages[page - 1] ?? []),
      last_page: pages.length,
      per_page: pages[0]?.length ?? 15,
      ...rest,
    },
  }));

describe("paging with a server that", () => {
  it("ignores `page` yields its one page once and reports the list as truncated", async () => {
    for (const total of [300, undefined]) {
      const ask = vi.fn<Ask>(async () => ({
        data: { data: toRows(numbers(15)), last_page: 20, per_page: 15, total },
      }));
      const { ids, list } = await collect(ask);
      expect(ids).toEqual(numbers(15));
      expect(list).toMatchObject({ total, truncated: true });
      expect(ask.mock.calls.length).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    ["more rows than pages have", [[1, 2, 3]], { total: 300 }, 3, true],
    ["more rows, none of which come", [[]], { total: 300 }, 0, true],
    ["fewer pages than there are", [[1, 2], [3, 4], [5]], { total: 5, last_page: 1 }, 5, false],
    ["fewer rows than come", [[1, 2, 3]], { total: 1 }, 3, false],
    ["no total", [[1, 2], [3]], {}, 3, false],
    ["no pages at all", [[1, 2]], { last_page: 0 }, 2, false],
    ["more pages than there are", [[1, 2], [3]], { last_page: 9 }, 3, false],
    [
      "pages that overlap",
      [
        [1, 2, 3],
        [2, 3, 4],
        [4, 5, 6],
      ],
      { total: 6 },
      6,
      false,
    ],
    [
      "a page twice",
      [
        [1, 2],
        [1, 2],
        [3, 4],
      ],
      { total: 4 },
      4,
      false,
    ],
    [
      "pages that overlap too much",
      [
        [1, 2, 3],
        [3, 4, 5],
      ],
      { total: 6 },
      5,
      true,
    ],
  ])("%s", async (_, pages, rest, count, truncated) => {
    const { ids, list } = await collect(toPages(pages, rest));
    expect(ids).toEqual(numbers(count));
    expect(list.truncated).toBe(truncated);
    expect(list.total ?? count).toBeGreaterThanOrEqual(count);
  });

  it("grows while it is read yields all rows", async () => {
    const { ids, list } = await collect(async ({ page, limit }) =>
      serve({ total: 200 + page * 50 }, page, limit),
    );
    expect(ids).toEqual(numbers(list.total ?? 0));
    expect(list.truncated).toBe(false);
  });

  it("shrinks while it is read yields the remaining rows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(600), fc.nat(600), async (a, b) => {
        const [left, before] = [Math.min(a, b), Math.max(a, b)];
        const { ids, list } = await collect(async ({ page, limit }) =>
          serve({ total: page === 1 ? before : left, granted: 50 }, page, limit),
        );
        expect(ids).toEqual(numbers(Math.max(left, Math.min(before, 50))));
        expect(list.truncated).toBe(false);
      }),
    );
  });

  it.each([0, -1, 100_000])(
    "grants %d per page gets requests for 1…100 rows per page",
    async (size) => {
      const ask = vi.fn<Ask>(async ({ page }) => ({
        data: { data: toRows([page]), last_page: 2, per_page: size },
      }));
      expect((await collect(ask)).ids).toEqual([1, 2]);
      for (const [{ limit }] of ask.mock.calls) {
        expect(limit >= 1 && limit <= PAGE_LIMIT).toBe(true);
      }
    },
  );
});
