import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smartView, toRows } from "./view.ts";

const number = {
  id: 2,
  user_id: 40,
  phoneA: "79991230046",
  phoneB: "37410324040",
  phoneX: "79770005419",
  description: "Тестовый умный номер, отдел продаж",
  created_at: "2022-07-01 07:59:59",
};
const items = [
  number,
  { ...number, id: 3, phoneX: "79000000001", phoneB: "995322250484", description: "Кабинет 10" },
  { ...number, id: 4, phoneX: "79000000002", phoneA: "", description: "Кабинет 2" },
];
const ids = (query: ConstructorParameters<typeof URLSearchParams>[0], added?: number) =>
  smartView
    .apply(toRows(items, added), smartView.read(new URLSearchParams(query)))
    .map(({ id }) => id);
const find = (q: string) => ids({ q, sort: "created" });

describe("the search", () => {
  it.each([
    ["умный ОТДЕЛ", [2]],
    ["+7 977 000-54-19", [2]],
    ["8 977 000", [2]],
    ["374 10", [2, 4]],
    ["0484", [3]],
    ["9991230046", [2, 3]],
    ["кабинет 2", [4]],
    ["2022-07", [2, 3, 4]],
    ["  ", [2, 3, 4]],
    ["нет такого", []],
    ["(", []],
  ])("%j finds %j", (typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  it("never throws, and finds each number by any part of it", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(10), fc.integer({ min: 1, max: 11 }), (typed, from, size) => {
        expect(() => find(typed)).not.toThrow();
        const part = number.phoneX.slice(from, from + size);
        expect(find(part)).toContain(2);
      }),
    );
  });
});

describe("the sort order", () => {
  it.each([
    ["", [3, 4, 2]],
    ["sort=-phoneX", [2, 4, 3]],
    ["sort=phoneB", [2, 4, 3]],
    ["sort=phoneA", [4, 2, 3]],
    ["sort=description", [4, 3, 2]],
    ["sort=created", [2, 3, 4]],
    ["sort=nonsense", [3, 4, 2]],
  ])("of %j", (query, order) => {
    expect(ids(query)).toEqual(order);
  });

  it("puts the number just added first, in either direction", () => {
    expect(ids("", 2)).toEqual([2, 3, 4]);
    expect(ids("sort=-phoneX", 3)).toEqual([3, 2, 4]);
    expect(ids("q=кабинет", 2)).toEqual([3, 4]);
  });
});

it("changes the address and keeps the user in it", () => {
  const changed = smartView.write(new URLSearchParams("user=12"), {
    q: "а",
    sort: { by: "phoneB", descending: true },
  });
  expect(Object.fromEntries(changed)).toEqual({ user: "12", q: "а", sort: "-phoneB" });
});
