import { expect, it } from "vitest";
import type { ListedSipAccount } from "#api/sip.ts";
import { groupByDepartment, groupByLetter, toPhoneBook } from "./entries.ts";

const account = (
  id: number,
  name: string,
  more: Partial<ListedSipAccount> = {},
): ListedSipAccount => ({
  id,
  name,
  number: 200 + id,
  kazoo_id: undefined,
  finally_created: true,
  role: undefined,
  aon: null,
  active_sip_scenario: null,
  ...more,
});
const aon = (number: string) => ({
  id: 1,
  number,
  phone_type: undefined,
  owner_type: undefined,
});
const NONE = new Map<number, string>();

it("is in the order of names, without accounts that are being created", () => {
  const book = toPhoneBook(
    [
      account(1, "Яна"),
      account(2, "Кабинет 10"),
      account(3, "Кабинет 2"),
      account(4, "Антон", { finally_created: false }),
    ],
    NONE,
  );
  expect(book.map(({ name }) => name)).toEqual(["Кабинет 2", "Кабинет 10", "Яна"]);
});

it("names an account without a name by its extension, and puts a name on one line", () => {
  const book = toPhoneBook([account(1, " "), account(2, "Анна\r\n  Петрова ")], NONE);
  expect(book.map(({ name }) => name)).toEqual(["201", "Анна Петрова"]);
});

it("has a caller ID only where no other account has it, be it one that is being created", () => {
  const book = toPhoneBook(
    [
      account(1, "А", { aon: aon("79990000001") }),
      account(2, "Б", { aon: aon("79990000002") }),
      account(3, "В", { aon: aon("79990000002") }),
      account(4, "Г", { aon: aon("79990000003") }),
      account(5, "Д", { aon: aon("79990000003"), finally_created: false }),
    ],
    NONE,
  );
  expect(book.map(({ callerId }) => callerId)).toEqual([
    "79990000001",
    undefined,
    undefined,
    undefined,
  ]);
});

it("stands under first letters, Ё with Е, and what begins with none comes last", () => {
  const names = ["ёлкин", "Егоров", "анна", "1С", "🍕 Пицца", "Bob"];
  const book = toPhoneBook(
    names.map((name, index) => account(index, name)),
    NONE,
  );
  const groups = groupByLetter(book).map(({ title, entries }) => ({
    title,
    names: entries.map(({ name }) => name),
  }));
  expect(groups.slice(0, 3)).toEqual([
    { title: "А", names: ["анна"] },
    { title: "Е", names: ["Егоров", "ёлкин"] },
    { title: "B", names: ["Bob"] },
  ]);
  expect(groups[3]?.title).toBeUndefined();
  expect(groups[3]?.names).toHaveLength(2);
});

it("stands under departments, then those without one, then those that were not read", () => {
  const book = toPhoneBook(
    [
      account(1, "Анна"),
      account(2, "Борис", { role: "Склад" }),
      account(3, "Вера"),
      account(4, "Глеб"),
    ],
    new Map([
      [1, " "],
      [3, "Бухгалтерия"],
    ]),
  );
  const groups = groupByDepartment(book).map(({ title, entries }) => [title, entries.length]);
  expect(groups).toEqual([
    ["Бухгалтерия", 1],
    ["Склад", 1],
    [undefined, 1],
    [null, 1],
  ]);
});
