import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, foldNames, type Group, search } from "./match.ts";

let next = 0;

function entry(group: Group, title: string, more: Partial<Entry> = {}): Entry {
  next += 1;
  return {
    id: `entry-${next}`,
    group,
    to: "/",
    icon: "phone",
    title,
    detail: "",
    phone: "",
    ...foldNames(title),
    numbers: [],
    ...more,
  };
}

const account = (extension: number, name: string, callerId = "") =>
  entry("accounts", name, { extension: String(extension), numbers: [callerId] });
const country = (dialCode: string, name: string) => entry("countries", name, { dialCode });

/** What a text finds, as `group: title, title`. */
const find = (typed: string, entries: readonly Entry[]) =>
  search(typed, entries).groups.map(
    ({ group, entries: some }) => `${group}: ${some.map(({ title }) => title).join(", ")}`,
  );

const OFFICE = [
  account(200, "Ресепшен", "79993332210"),
  account(214, "Склад на Ленина, 20", "74950000017"),
  account(2014, "Королёва Анна"),
  account(215, "Анна Белова"),
  entry("external", "", { numbers: ["79104445566"] }),
  country("53", "Куба"),
  country("7", "Россия"),
  country("7", "Казахстан"),
  country("77", "Выдуманная"),
  entry("screens", "Журнал", foldNames("Журнал", "история изменения")),
];

describe("a text", () => {
  it("finds an extension before what begins with it, and that before parts of numbers", () => {
    expect(find("214", [account(2140, "Другой"), ...OFFICE])).toEqual([
      "accounts: Склад на Ленина, 20, Другой",
    ]);
    expect(find("201", OFFICE)).toEqual(["accounts: Королёва Анна"]);
  });

  it("finds what is called so before what has it as a further word, and that before parts of words", () => {
    const people = [account(301, "Марианна"), account(302, "Королёва Анна"), account(303, "Анна")];
    expect(find("анна", people)).toEqual(["accounts: Анна, Королёва Анна, Марианна"]);
    expect(find("АННА королева", people)).toEqual(["accounts: Королёва Анна"]);
  });

  it.each(["8 999 333-22-10", "+7 (999) 333", "7999333", "8999333", "999-333", "333 22 10"])(
    "%s finds the caller ID",
    (typed) => expect(find(typed, OFFICE)[0]).toBe("accounts: Ресепшен"),
  );

  it("finds a country by its dial code, and by a number that begins with its longest code", () => {
    expect(find("+53", OFFICE)).toEqual(["countries: Куба"]);
    expect(find("+53 5 123 4567", OFFICE)).toEqual(["countries: Куба"]);
    expect(find("8 777 123 4567", OFFICE)).toEqual(["countries: Выдуманная"]);
    expect(find("+7 999 111 22 33", OFFICE)).toEqual(["countries: Россия, Казахстан"]);
  });

  it("of one or two digits finds words that begin with them, and not any number", () => {
    const all = [
      account(300, "Цех 2", "79993332210"),
      entry("external", "", { ...foldNames("login-742"), numbers: ["74950002222"] }),
    ];
    expect(find("2", all)).toEqual(["accounts: Цех 2"]);
    expect(find("22", all)).toEqual([]);
  });

  it("finds a screen by other words for it", () => {
    expect(find("истор", OFFICE)).toEqual(["screens: Журнал"]);
  });

  it("shows the group with the best match first", () => {
    const all = [account(300, "Кубанский филиал"), country("53", "Куба"), account(301, "О Кубе")];
    expect(find("куба", all)).toEqual(["accounts: Кубанский филиал", "countries: Куба"]);
    expect(find("куба", [account(301, "О кубах"), country("53", "Куба")])).toEqual([
      "countries: Куба",
      "accounts: О кубах",
    ]);
  });

  it("shows the first six of a group, and how many there are", () => {
    const many = Array.from({ length: 20 }, (_, at) => account(300 + at, `Склад ${at}`));
    const [group] = search("склад", many).groups;
    expect(group?.entries.map(({ title }) => title)).toEqual(
      many.slice(0, 6).map(({ title }) => title),
    );
    expect(group).toMatchObject({ total: 20, typed: "склад" });
  });
});

describe("a text on the wrong keyboard layout", () => {
  it.each(["htctgity", "HTCTGITY"])("%s finds «Ресепшен»", (typed) => {
    const found = search(typed, OFFICE);
    expect(found).toMatchObject({ isByLayout: true, groups: [{ total: 1 }] });
    expect(found.otherLayout?.toLowerCase()).toBe("ресепшен");
    // The list that shows all of them has no such tolerance.
    expect(found.groups[0]?.typed).toBe(found.otherLayout);
  });

  it("finds its other reading after what it finds as it is", () => {
    const both = [account(300, "Ресепшен"), account(301, "The htctgity team")];
    const found = search("htctgity", both);
    expect(found.groups[0]?.entries.map(({ title }) => title)).toEqual([
      "The htctgity team",
      "Ресепшен",
    ]);
    expect(found).toMatchObject({ isByLayout: false, groups: [{ typed: "htctgity" }] });
  });

  it("is told with its other reading where nothing is found", () => {
    expect(search("zzz", OFFICE)).toEqual({
      groups: [],
      otherLayout: "яяя",
      isByLayout: false,
    });
  });
});

it("any text finds only what is there, each once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (typed) => {
      const found = search(typed, OFFICE).groups.flatMap(({ entries }) => entries);
      expect(new Set(found).size).toBe(found.length);
      expect(OFFICE).toEqual(expect.arrayContaining(found));
    }),
  );
});
