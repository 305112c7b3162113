import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Collected, collect } from "./query.ts";

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
