import { describe, expect, it } from "vitest";
import { createRowJoiner, toSipState } from "./rows.ts";

const accounts = [25, 26, 27].map((id) => ({
  id,
  name: `Кабинет ${id}`,
  number: id + 200,
  finally_created: true,
}));
const statuses = accounts.map(({ id, name }) => ({ id, name, on_line: true }));
const NO_ROLES = new Map<number, string>();

describe("a row's state", () => {
  it.each([
    [true, true, "online"],
    [true, false, "offline"],
    [true, undefined, "unknown"],
    [false, undefined, "creating"],
    [false, true, "creating"],
  ] as const)("created %s, online %s: %s", (created, online, state) => {
    expect(toSipState(created, online)).toBe(state);
  });
});

describe("joining accounts and statuses", () => {
  it("keeps every row when a poll brings nothing new", () => {
    const join = createRowJoiner();
    const before = join(accounts, statuses, NO_ROLES);
    const after = join(accounts, structuredClone(statuses), NO_ROLES);
    expect(after.every((row, index) => row === before[index])).toBe(true);
  });

  it("makes a new row only for the account whose status changed", () => {
    const join = createRowJoiner();
    const before = join(accounts, statuses, NO_ROLES);
    const changed = statuses.map((one) => (one.id === 26 ? { ...one, on_line: false } : one));
    const after = join(accounts, changed, NO_ROLES);
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true]);
    expect(after.map((row) => row.state)).toEqual(["online", "offline", "online"]);
  });

  it("makes a new row for a changed account or description", () => {
    const join = createRowJoiner();
    const before = join(accounts, statuses, NO_ROLES);
    const renamed = accounts.map((one) => (one.id === 25 ? { ...one, name: "Склад" } : one));
    const after = join(renamed, statuses, new Map([[27, "2 этаж"]]));
    expect(after.map((row, index) => row === before[index])).toEqual([false, true, false]);
    expect(after.map(({ name, role }) => `${name} ${role}`.trim())).toEqual([
      "Склад",
      "Кабинет 26",
      "Кабинет 27 2 этаж",
    ]);
  });

  it("joins by id, not by position, and leaves a missing status unknown", () => {
    const join = createRowJoiner();
    const reversed = statuses.toReversed().filter(({ id }) => id !== 26);
    const states = join(accounts, reversed, NO_ROLES).map((row) => row.state);
    expect(states).toEqual(["online", "unknown", "online"]);
  });

  it("prefers the list's description to the one cached from the account's page", () => {
    const [row] = createRowJoiner()(
      [{ id: 25, name: "Склад", number: 225, finally_created: true, role: "Ворота" }],
      [],
      new Map([[25, "Старое"]]),
    );
    expect(row?.role).toBe("Ворота");
  });
});
