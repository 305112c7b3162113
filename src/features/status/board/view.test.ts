import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES, type SipState } from "#domain/sip/rows.ts";
import type { BoardRow } from "./rows.ts";
import { boardView } from "./view.ts";

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
    callerIdId: undefined,
    state,
    scenario: null,
    searchText: `имя ${id}`,
  },
  observation: since === undefined ? undefined : { state: "online", since, exact: true },
  flapping: false,
  week: undefined,
  watched: false,
  ...more,
});
const usual = boardView.read(new URLSearchParams());
const ids = (rows: readonly BoardRow[]) => rows.map(({ id }) => id);

describe("the view of the board", () => {
  it("matches the parameters of the address", () => {
    const address = "q=a&state=offline&only=flapping&week=low&sort=-since";
    const view = boardView.read(new URLSearchParams(address));
    expect(view).toEqual({
      q: "a",
      state: "offline",
      week: "low",
      only: "flapping",
      sort: { by: "since", descending: true },
    });
    expect(boardView.write(new URLSearchParams(), view).toString()).toBe(address);
  });

  it("sorts by state: offline, unknown, being created, online", () => {
    const rows = [
      makeRow(1, "online"),
      makeRow(2, "creating"),
      makeRow(3, "unknown"),
      makeRow(4, "offline"),
    ];
    expect(ids(boardView.apply(rows, usual))).toEqual([4, 3, 2, 1]);
  });

  it("sorts by duration: the latest change first, never observed last", () => {
    const rows = [makeRow(1, "online", 100), makeRow(2, "offline"), makeRow(3, "offline", 300)];
    const since = { by: "since", descending: false } as const;
    expect(ids(boardView.apply(rows, { ...usual, sort: since }))).toEqual([3, 1, 2]);
    expect(ids(boardView.apply(rows, { ...usual, sort: { ...since, descending: true } }))).toEqual([
      2, 1, 3,
    ]);
  });

  it("filters by state, by search, and by what is watched or flaps, all together", () => {
    const rows = [
      makeRow(1, "offline", 1, { watched: true }),
      makeRow(2, "offline", 1, { flapping: true }),
      makeRow(3, "online", 1, { watched: true }),
    ];
    expect(ids(boardView.apply(rows, { ...usual, state: "offline" }))).toEqual([1, 2]);
    expect(ids(boardView.apply(rows, { ...usual, only: "watched" }))).toEqual([1, 3]);
    expect(ids(boardView.apply(rows, { ...usual, only: "flapping" }))).toEqual([2]);
    expect(ids(boardView.apply(rows, { ...usual, only: "watched", q: "имя 3" }))).toEqual([3]);
  });

  it("sorts and filters by drops and by the share of time online, unknown last", () => {
    const week = (id: number, drops: number, share: number | null) =>
      makeRow(id, "online", 1, { week: { id, drops, share } });
    const rows = [makeRow(1, "online"), week(2, 0, null), week(3, 4, 0.5), week(4, 7, 0.97)];
    const by = (sort: "drops" | "share") =>
      ids(boardView.apply(rows, { ...usual, sort: { by: sort, descending: false } }));
    expect(by("drops")).toEqual([4, 3, 2, 1]);
    expect(by("share")).toEqual([3, 4, 1, 2]);
    expect(ids(boardView.apply(rows, { ...usual, week: "dropped" }))).toEqual([3, 4]);
    expect(ids(boardView.apply(rows, { ...usual, week: "low" }))).toEqual([3]);
  });

  it("counts what a filter would show within the search and beside the other filter", () => {
    const rows = [
      makeRow(1, "offline", 1, { watched: true }),
      makeRow(2, "online", 1, { watched: true, flapping: true }),
      makeRow(3, "offline", 1),
    ];
    expect(boardView.count(rows, { ...usual, q: "имя 3" })).toEqual({
      all: 1,
      state: { online: 0, offline: 1, creating: 0, unknown: 0 },
      week: { dropped: 0, low: 0 },
      only: { watched: 0, flapping: 0 },
    });
    const watched = boardView.count(rows, { ...usual, only: "watched" });
    expect(watched.state).toMatchObject({ offline: 1, online: 1 });
    const offline = boardView.count(rows, { ...usual, state: "offline" });
    expect(offline.only).toEqual({ watched: 1, flapping: 0 });
  });

  it("counts every account once", () => {
    const states = fc.array(fc.constantFrom(...STATES), { maxLength: 50 });
    fc.assert(
      fc.property(states, (all) => {
        const counts = boardView.count(all.map((state, id) => makeRow(id, state)));
        expect(STATES.reduce((sum, state) => sum + counts.state[state], 0)).toBe(all.length);
        expect(counts.all).toBe(all.length);
      }),
    );
  });
});
