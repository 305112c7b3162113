import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SipRow, STATES } from "#domain/sip/rows.ts";
import {
  applyView,
  countRows,
  type ListView,
  nextFreeExtension,
  readView,
  SORTS,
  changeSort,
  writeView,
} from "./view.ts";

const view: fc.Arbitrary<ListView> = fc.record({
  q: fc.string({ unit: "grapheme" }),
  state: fc.constantFrom(undefined, ...STATES),
  noCallerId: fc.boolean(),
  sort: fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }),
});
const PLAIN = readView(new URLSearchParams());

function makeRow(part: Partial<SipRow>): SipRow {
  return {
    id: 1,
    name: "",
    extension: 200,
    role: "",
    callerId: "74950000015",
    state: "online",
    scenario: null,
    searchText: "",
    ...part,
  };
}

const some = fc.uniqueArray(
  fc.record({
    id: fc.nat(),
    extension: fc.integer({ min: 200, max: 210 }),
    name: fc.string(),
    state: fc.constantFrom(...STATES),
    callerId: fc.constantFrom(undefined, "74950000015", "79000000023"),
  }),
  { selector: ({ id }) => id },
);

const extensions = (rows: readonly SipRow[]) => rows.map((row) => row.extension);

describe("the view in the address", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(view, (written) => {
        const address = writeView(new URLSearchParams(), written).toString();
        expect(readView(new URLSearchParams(address))).toEqual(written);
      }),
    );
  });

  it("changes what is asked and leaves the rest, foreign parameters too", () => {
    const params = new URLSearchParams("q=anna&state=offline&tab=2&sort=-name");
    const next = writeView(params, { state: undefined, noCallerId: true });
    expect(next.toString()).toBe("q=anna&tab=2&sort=-name&caller-id=none");
    expect(params.toString()).toBe("q=anna&state=offline&tab=2&sort=-name");
  });

  it("leaves out what is ordinary", () => {
    expect(writeView(new URLSearchParams("q=a&state=online&sort=name"), PLAIN).size).toBe(0);
  });

  it("takes what makes no sense for what is not there", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (state, sort, callerId) => {
        const read = readView(new URLSearchParams({ state, sort, "caller-id": callerId }));
        expect([undefined, ...STATES]).toContain(read.state);
        expect(SORTS).toContain(read.sort.by);
      }),
    );
    const invalidRows = new URLSearchParams("state=asleep&sort=--name&caller-id=yes");
    expect(readView(invalidRows)).toEqual(PLAIN);
  });
});

describe("a click on a header", () => {
  it("sorts ascending, then the other way round, then back", () => {
    const once = { ...PLAIN, sort: changeSort(PLAIN, "name") };
    const twice = { ...once, sort: changeSort(once, "name") };
    expect(once.sort).toEqual({ by: "name", descending: false });
    expect(twice.sort).toEqual({ by: "name", descending: true });
    expect(changeSort(twice, "name")).toEqual({ by: "name", descending: false });
    expect(changeSort(twice, "state")).toEqual({ by: "state", descending: false });
  });
});

describe("the rows of a view", () => {
  const rows = [
    makeRow({ id: 1, extension: 230, name: "Ёжиков", state: "online", callerId: undefined }),
    makeRow({ id: 2, extension: 205, name: "Жуков", state: "offline" }),
    makeRow({ id: 3, extension: 210, name: "Елкин", state: "unknown", callerId: "79000000023" }),
    makeRow({ id: 4, extension: 201, name: "Кабинет 10", state: "creating" }),
    makeRow({ id: 5, extension: 202, name: "кабинет 9", state: "offline", callerId: undefined }),
  ];
  const shown = (change: Partial<ListView>) => extensions(applyView(rows, { ...PLAIN, ...change }));
  const by = (name: ListView["sort"]["by"], descending = false) =>
    shown({ sort: { by: name, descending } });

  it("stand by extension unless asked otherwise", () => {
    expect(shown({})).toEqual([201, 202, 205, 210, 230]);
    expect(by("extension", true)).toEqual([230, 210, 205, 202, 201]);
  });

  it("stand by state with the offline ones first, equal ones by extension", () => {
    expect(by("state")).toEqual([202, 205, 210, 201, 230]);
    expect(by("state", true)).toEqual([230, 201, 210, 202, 205]);
  });

  it("stand by name as a person would look: ё beside е, 9 before 10, case apart", () => {
    expect(by("name")).toEqual([230, 210, 205, 202, 201]);
  });

  it("are filtered by state and by a missing caller ID, both at once", () => {
    expect(shown({ state: "offline" })).toEqual([202, 205]);
    expect(shown({ noCallerId: true })).toEqual([202, 230]);
    expect(shown({ noCallerId: true, state: "offline" })).toEqual([202]);
  });

  it("are a part of all rows, in an order that the same rows always get", () => {
    fc.assert(
      fc.property(some, view, (parts, asked) => {
        const made = parts.map(makeRow);
        const first = applyView(made, asked);
        expect(made).toEqual(expect.arrayContaining(first));
        expect(applyView(made.toReversed(), asked)).toEqual(first);
      }),
    );
  });

  it("are as many as the filter says that is pressed, within the search", () => {
    const asked = { q: "анна", noCallerId: true };
    const found = ["анна", "анна", "пётр"].map((searchText, id) =>
      makeRow({ id, searchText, callerId: undefined, state: id === 1 ? "offline" : "online" }),
    );
    const counts = countRows([...found, makeRow({ id: 9, searchText: "анна" })], {
      ...PLAIN,
      ...asked,
    });
    expect(counts).toMatchObject({ all: 3, online: 1, offline: 1, noCallerId: 2 });
    fc.assert(
      fc.property(some, view, (parts, seen) => {
        const made = parts.map(makeRow);
        for (const state of STATES) {
          const pressed = applyView(made, { ...seen, state });
          expect(countRows(made, seen)[state]).toBe(pressed.length);
        }
        const bare = applyView(made, { ...seen, noCallerId: true });
        expect(countRows(made, seen).noCallerId).toBe(bare.length);
      }),
    );
  });

  it("are counted by state", () => {
    expect(countRows(rows)).toEqual({
      all: 5,
      online: 1,
      offline: 2,
      creating: 1,
      unknown: 1,
      noCallerId: 2,
    });
  });
});

describe("the next free extension", () => {
  const limits = { min: 200, max: 260 };
  it("is the smallest that nobody has, within the limits", () => {
    const taken = fc.array(fc.integer({ min: 150, max: 270 }));
    fc.assert(
      fc.property(taken, (used) => {
        const free = nextFreeExtension(used, limits);
        const end = free ?? limits.max + 1;
        expect(used).not.toContain(free);
        for (let lower = limits.min; lower < end; lower++) expect(used).toContain(lower);
        expect(end).toBeGreaterThanOrEqual(limits.min);
        expect(end).toBeLessThanOrEqual(limits.max + 1);
      }),
    );
  });

  it("is none when all are taken", () => {
    expect(nextFreeExtension([200, 201, 202], { min: 200, max: 202 })).toBeUndefined();
  });
});
