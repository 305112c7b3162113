import { describe, expect, it } from "vitest";
import { createRowJoiner, type SipRow } from "#domain/sip/rows.ts";
import type { Observation } from "../watch/observe.ts";
import { createBoardJoiner } from "./rows.ts";

const accounts = (count: number): SipRow[] => {
  const listed = Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Account ${index}`,
    number: 200 + index,
    kazoo_id: "",
    finally_created: true,
    active_sip_scenario: null,
  }));
  const statuses = listed.map(({ id, name }) => ({ id, name, on_line: true }));
  return createRowJoiner()(listed, statuses, new Map());
};
const observation = (since: number): Observation => ({ state: "online", since, exact: true });
const none = new Set<number>();
const week = new Map([[3, { id: 3, drops: 1, share: 0.5 }]]);

describe("the rows of the board", () => {
  it("hold what was observed, what flaps and what is watched", () => {
    const seen = {
      sightings: new Map([[1, observation(5)]]),
      flapping: new Set([2]),
      week: new Map(),
    };
    const rows = createBoardJoiner()(accounts(3), seen, new Set([3]));
    expect(rows.map(({ id, flapping, watched }) => [id, flapping, watched])).toEqual([
      [1, false, false],
      [2, true, false],
      [3, false, true],
    ]);
    expect(rows.map((row) => row.observation)).toEqual([observation(5), undefined, undefined]);
  });

  it("stay the same objects while nothing about them changes", () => {
    const join = createBoardJoiner();
    const all = accounts(3);
    const first = observation(1);
    const before = join(all, { sightings: new Map([[1, first]]), flapping: none, week }, none);
    const same = join(
      [...all],
      { sightings: new Map([[1, first]]), flapping: new Set(), week },
      none,
    );
    expect(same.every((row, index) => row === before[index])).toBe(true);
    const sightings = new Map([
      [1, first],
      [2, observation(9)],
    ]);
    const after = join(all, { sightings, flapping: none, week }, none);
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true]);
  });
});
