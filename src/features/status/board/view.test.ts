import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES, type SipState } from "#domain/sip/rows.ts";
import type { BoardRow } from "./rows.ts";
import {
  NO_FILTERS,
  applyView,
  countRows,
  readView,
  SORTS,
  changeSort,
  writeView,
} from "./view.ts";

const makeRow = (
  id: number,
  state: SipState,
  since?: number,
  more: Partial<BoardRow> = {},
): BoardRow => ({
  id,
  account: {
    id,
    name: `Имя ${id}`,
    extension: 200 + id,
    role: "",
    callerId: undefined,
    state,
    scenario: null,
    searchText: `имя ${id}`,
  },
  observation: since === undefined ? undefined : { state: "online", since, exact: true },
  flapping: false,
  watched: false,
  ...more,
});
const usual = readView(new URLSearchParams());
const ids = (rows: readonly BoardRow[]) => rows.map(({ id }) => id);

describe("the view of the board", () => {
  it("is stored in the URL completely, except for the defaults", () => {
    const views = fc.record({
      q: fc.string(),
      state: fc.constantFrom(undefined, ...STATES),
      only: fc.constantFrom(undefined, "watched" as const, "flapping" as const),
      sort: fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }),
    });
    fc.assert(
      fc.property(views, (view) => {
        const address = writeView(new URLSearchParams("other=1"), view);
        expect(readView(new URLSearchParams(address.toString()))).toEqual(view);
        expect(address.get("other")).toBe("1");
      }),
    );
    expect(writeView(new URLSearchParams(), usual).toString()).toBe("");
  });

  it("takes the default for invalid parameters", () => {
    expect(readView(new URLSearchParams("state=asleep&only=me&sort=--x"))).toEqual(usual);
  });

  it("sorts by state: offline, unknown, being created, online", () => {
    const rows = [
      makeRow(1, "online"),
      makeRow(2, "creating"),
      makeRow(3, "unknown"),
      makeRow(4, "offline"),
    ];
    expect(ids(applyView(rows, usual))).toEqual([4, 3, 2, 1]);
  });

  it("sorts by duration: the latest change first, never observed last", () => {
    const rows = [makeRow(1, "online", 100), makeRow(2, "offline"), makeRow(3, "offline", 300)];
    const since = { by: "since", descending: false } as const;
    expect(ids(applyView(rows, { ...usual, sort: since }))).toEqual([3, 1, 2]);
    expect(ids(applyView(rows, { ...usual, sort: { ...since, descending: true } }))).toEqual([
      2, 1, 3,
    ]);
  });

  it("reverses the order with a second click, and ignores an unknown order", () => {
    const once = changeSort(usual, "name");
    expect(once).toEqual({ by: "name", descending: false });
    expect(changeSort({ ...usual, sort: once }, "name")).toEqual({ by: "name", descending: true });
    expect(changeSort(usual, "password").by).toBe("state");
  });

  it("filters by state, by search, and by what is watched or flaps, all together", () => {
    const rows = [
      makeRow(1, "offline", 1, { watched: true }),
      makeRow(2, "offline", 1, { flapping: true }),
      makeRow(3, "online", 1, { watched: true }),
    ];
    expect(ids(applyView(rows, { ...usual, state: "offline" }))).toEqual([1, 2]);
    expect(ids(applyView(rows, { ...usual, only: "watched" }))).toEqual([1, 3]);
    expect(ids(applyView(rows, { ...usual, only: "flapping" }))).toEqual([2]);
    expect(ids(applyView(rows, { ...usual, only: "watched", q: "имя 3" }))).toEqual([3]);
    expect(ids(applyView(rows, { ...usual, ...NO_FILTERS }))).toEqual([1, 2, 3]);
  });

  it("counts what a filter would show within the search and beside the other filter", () => {
    const rows = [
      makeRow(1, "offline", 1, { watched: true }),
      makeRow(2, "online", 1, { watched: true, flapping: true }),
      makeRow(3, "offline", 1),
    ];
    expect(countRows(rows, { ...NO_FILTERS, q: "имя 3" })).toMatchObject({
      all: 1,
      offline: 1,
      online: 0,
    });
    expect(countRows(rows, { ...NO_FILTERS, only: "watched" })).toMatchObject({
      offline: 1,
      online: 1,
    });
    expect(countRows(rows, { ...NO_FILTERS, state: "offline" })).toMatchObject({
      watched: 1,
      flapping: 0,
    });
  });

  it("counts every account once", () => {
    const states = fc.array(fc.constantFrom(...STATES), { maxLength: 50 });
    fc.assert(
      fc.property(states, (all) => {
        const counts = countRows(all.map((state, id) => makeRow(id, state)));
        expect(STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(all.length);
        expect(counts.all).toBe(all.length);
      }),
    );
  });
});
