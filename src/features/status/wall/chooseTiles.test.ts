import { describe, expect, it } from "vitest";
import type { SipState } from "#domain/sip/rows.ts";
import type { BoardRow } from "../board/rows.ts";
import { boardView } from "../board/view.ts";
import { chooseTiles } from "./chooseTiles.ts";

const usual = boardView.read(new URLSearchParams());

/** Accounts 0, 1, 2…; each got its state at the second of its number. */
const office = (states: readonly SipState[]): BoardRow[] =>
  states.map((state, id) => ({
    id,
    account: {
      id,
      name: "",
      extension: 200 + id,
      role: "",
      callerId: undefined,
      state,
      scenario: null,
      searchText: "",
    },
    observation: { state: "online", since: id * 1000, exact: true },
    flapping: false,
    watched: id === 0,
  }));
const shown = (rows: readonly BoardRow[], room: number, view = usual) => {
  const { tiles, ...left } = chooseTiles(rows, view, room);
  return { ids: tiles.map(({ id }) => id), ...left };
};

describe("the tiles of the wall", () => {
  const rows = office(["online", "offline", "online", "unknown", "offline"]);

  it("are all accounts where there is room, offline first", () => {
    expect(shown(rows, 5)).toEqual({ ids: [1, 4, 3, 0, 2], onlineLeft: 0, troubleLeft: 0 });
  });

  it("are those that are not online where there is no room for all, the latest first, the rest counted", () => {
    expect(shown(rows, 4)).toEqual({ ids: [4, 3, 1], onlineLeft: 2, troubleLeft: 0 });
    expect(shown(rows, 2)).toEqual({ ids: [4, 3], onlineLeft: 2, troubleLeft: 1 });
  });

  it("are those of the view", () => {
    expect(shown(rows, 5, { ...usual, only: "watched" })).toMatchObject({ ids: [0] });
  });
});
