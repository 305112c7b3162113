import { describe, expect, it } from "vitest";
import { createRowJoiner, type SipRow } from "#common/sip/rows.ts";
import type { Sighting } from "../watch/observe.ts";
import { boardJoiner } from "./rows.ts";

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
const sighting = (since: number): Sighting => ({ state: "online", since, exact: true });
const none = new Set<number>();

describe("the rows of the board", () => {
  it("carry what was seen, what flaps and what is watched", () => {
    const seen = { sightings: new Map([[1, sighting(5)]]), flapping: new Set([2]) };
    const rows = boardJoiner()(accounts(3), seen, new Set([3]));
    expect(rows.map(({ id, flapping, watched }) => [id, flapping, watched])).toEqual([
      [1, false, false],
      [2, true, false],
      [3, false, true],
    ]);
    expect(rows.map((row) => row.sighting)).toEqual([sighting(5), undefined, undefined]);
  });

  it("stay the same objects while nothing about them changes", () => {
    const join = boardJoiner();
    const all = accounts(3);
    const first = sighting(1);
    const before = join(all, { sightings: new Map([[1, first]]), flapping: none }, none);
    const same = join([...all], { sightings: new Map([[1, first]]), flapping: new Set() }, none);
    expect(same.every((row, index) => row === before[index])).toBe(true);
    const sightings = new Map([
      [1, first],
      [2, sighting(9)],
    ]);
    const after = join(all, { sightings, flapping: none }, none);
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true]);
  });
});
