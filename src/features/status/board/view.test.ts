import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES, type SipState } from "#common/sip/rows.ts";
import type { BoardRow } from "./rows.ts";
import { ALL, applyView, countRows, readView, SORTS, sortedBy, writeView } from "./view.ts";

const rowOf = (
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
  sighting: since === undefined ? undefined : { state: "online", since, exact: true },
  flapping: false,
  watched: false,
  ...more,
});
const usual = readView(new URLSearchParams());
const ids = (rows: readonly BoardRow[]) => rows.map(({ id }) => id);

describe("the view of the board", () => {
  it("is in the address, whole, and the usual one needs no place there", () => {
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

  it("reads nonsense as the usual one", () => {
    expect(readView(new URLSearchParams("state=asleep&only=me&sort=--x"))).toEqual(usual);
  });

  it("shows who is offline first, then unknown, being created, online", () => {
    const rows = [
      rowOf(1, "online"),
      rowOf(2, "creating"),
      rowOf(3, "unknown"),
      rowOf(4, "offline"),
    ];
    expect(ids(applyView(rows, usual))).toEqual([4, 3, 2, 1]);
  });

  it("sorts by how long: the latest change first, never seen last", () => {
    const rows = [rowOf(1, "online", 100), rowOf(2, "offline"), rowOf(3, "offline", 300)];
    const since = { by: "since", descending: false } as const;
    expect(ids(applyView(rows, { ...usual, sort: since }))).toEqual([3, 1, 2]);
    expect(ids(applyView(rows, { ...usual, sort: { ...since, descending: true } }))).toEqual([
      2, 1, 3,
    ]);
  });

  it("turns round with a second click, and takes no order that is not known", () => {
    const once = sortedBy(usual, "name");
    expect(once).toEqual({ by: "name", descending: false });
    expect(sortedBy({ ...usual, sort: once }, "name")).toEqual({ by: "name", descending: true });
    expect(sortedBy(usual, "password").by).toBe("state");
  });

  it("filters by state, by search, and by what is watched or flaps, all together", () => {
    const rows = [
      rowOf(1, "offline", 1, { watched: true }),
      rowOf(2, "offline", 1, { flapping: true }),
      rowOf(3, "online", 1, { watched: true }),
    ];
    expect(ids(applyView(rows, { ...usual, state: "offline" }))).toEqual([1, 2]);
    expect(ids(applyView(rows, { ...usual, only: "watched" }))).toEqual([1, 3]);
    expect(ids(applyView(rows, { ...usual, only: "flapping" }))).toEqual([2]);
    expect(ids(applyView(rows, { ...usual, only: "watched", q: "имя 3" }))).toEqual([3]);
    expect(ids(applyView(rows, { ...usual, ...ALL }))).toEqual([1, 2, 3]);
  });

  it("counts what a filter would show within the search and beside the other filter", () => {
    const rows = [
      rowOf(1, "offline", 1, { watched: true }),
      rowOf(2, "online", 1, { watched: true, flapping: true }),
      rowOf(3, "offline", 1),
    ];
    expect(countRows(rows, { ...ALL, q: "имя 3" })).toMatchObject({
      all: 1,
      offline: 1,
      online: 0,
    });
    expect(countRows(rows, { ...ALL, only: "watched" })).toMatchObject({ offline: 1, online: 1 });
    expect(countRows(rows, { ...ALL, state: "offline" })).toMatchObject({
      watched: 1,
      flapping: 0,
    });
  });

  it("counts every account once", () => {
    const states = fc.array(fc.constantFrom(...STATES), { maxLength: 50 });
    fc.assert(
      fc.property(states, (all) => {
        const counts = countRows(all.map((state, id) => rowOf(id, state)));
        expect(STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(all.length);
        expect(counts.all).toBe(all.length);
      }),
    );
  });
});
