import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createListView } from "./createListView.ts";

interface Call {
  id: number;
  name: string;
  direction: "in" | "out" | "internal";
  recorded: boolean;
  seconds: number;
}

const calls = createListView({
  search: (query) => (call: Call) => call.name.includes(query),
  filters: {
    direction: {
      values: ["in", "out"],
      matches: (call, direction) => call.direction === direction,
    },
    record: { values: ["yes"], matches: (call) => call.recorded },
  },
  sorts: {
    name: (a, b) => a.name.localeCompare(b.name),
    seconds: (a, b) => a.seconds - b.seconds,
  },
  defaultSort: "seconds",
  tieBreak: (a, b) => a.id - b.id,
});
type View = ReturnType<typeof calls.read>;

const anyView: fc.Arbitrary<View> = fc.record({
  q: fc.string({ unit: "grapheme" }),
  direction: fc.constantFrom(undefined, "in", "out"),
  record: fc.constantFrom(undefined, "yes"),
  sort: fc.record({ by: fc.constantFrom(...calls.sorts), descending: fc.boolean() }),
});
const anyCalls: fc.Arbitrary<Call[]> = fc.uniqueArray(
  fc.record({
    id: fc.nat(),
    name: fc.constantFrom("anna", "boris", "annabel"),
    direction: fc.constantFrom("in", "out", "internal"),
    recorded: fc.boolean(),
    seconds: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ id }) => id },
);
const DEFAULT = calls.read(new URLSearchParams());

describe("a view in the address", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const address = calls.write(new URLSearchParams(), view).toString();
        expect(calls.read(new URLSearchParams(address))).toEqual(view);
      }),
    );
  });

  it("changes in part, keeping the rest and other parameters", () => {
    const params = new URLSearchParams("q=anna&direction=in&tab=2&sort=-name");
    const changed = calls.write(params, { direction: undefined, record: "yes" });
    expect(changed.toString()).toBe("q=anna&tab=2&sort=-name&record=yes");
    expect(params.toString()).toBe("q=anna&direction=in&tab=2&sort=-name");
  });

  it("leaves out defaults", () => {
    expect(calls.write(new URLSearchParams("q=a&direction=in&sort=name"), DEFAULT).size).toBe(0);
  });

  it("ignores invalid parameters", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (direction, sort) => {
        const view = calls.read(new URLSearchParams({ direction, sort }));
        expect([undefined, "in", "out"]).toContain(view.direction);
        expect(calls.sorts).toContain(view.sort.by);
      }),
    );
    const params = new URLSearchParams("direction=internal&record=no&sort=--name");
    expect(calls.read(params)).toEqual(DEFAULT);
  });

  it("can have another parameter name for its sort order", () => {
    const grouped = createListView({
      search: () => () => true,
      filters: {},
      sorts: { letter: () => 0, zone: (a: Call, b: Call) => b.id - a.id },
      defaultSort: "letter",
      tieBreak: () => 0,
      sortParam: "by",
    });
    const view = grouped.read(new URLSearchParams("by=zone&sort=letter"));
    expect(view.sort).toEqual({ by: "zone", descending: false });
    expect(grouped.write(new URLSearchParams("sort=x"), view).toString()).toBe("sort=x&by=zone");
  });
});

it("knows whether filters are active, and clears all but the search", () => {
  const view: View = { ...DEFAULT, q: "anna", record: "yes" };
  expect(calls.isFiltered(view)).toBe(true);
  const cleared: View = { ...view, ...calls.noFilters };
  expect(cleared).toEqual({ ...DEFAULT, q: "anna" });
  expect(calls.isFiltered(cleared)).toBe(false);
});

it("sorts by a clicked column ascending, then descending, then ascending again", () => {
  const once: View = { ...DEFAULT, sort: calls.changeSort(DEFAULT, "name") };
  const twice: View = { ...once, sort: calls.changeSort(once, "name") };
  expect(once.sort).toEqual({ by: "name", descending: false });
  expect(twice.sort).toEqual({ by: "name", descending: true });
  expect(calls.changeSort(twice, "name")).toEqual({ by: "name", descending: false });
  expect(calls.changeSort(twice, "seconds")).toEqual({ by: "seconds", descending: false });
  expect(calls.changeSort(once, "no column")).toEqual(DEFAULT.sort);
});

describe("the rows of a view", () => {
  it("match the search and every filter, in a stable order", () => {
    fc.assert(
      fc.property(anyCalls, anyView, (rows, view) => {
        const shown = calls.apply(rows, view);
        const expected = rows.filter(
          ({ name, direction, recorded }) =>
            name.includes(view.q) &&
            (view.direction ?? direction) === direction &&
            (view.record === undefined || recorded),
        );
        expect(new Set(shown)).toEqual(new Set(expected));
        expect(calls.apply(rows.toReversed(), view)).toEqual(shown);
      }),
    );
  });

  it("are sorted by the sort order, with ties broken the same way in both directions", () => {
    const call = { name: "", direction: "in", recorded: false } as const;
    const rows = [
      { ...call, id: 3, seconds: 1 },
      { ...call, id: 2, seconds: 2 },
      { ...call, id: 1, seconds: 1 },
    ];
    const getIds = (descending: boolean) =>
      calls.apply(rows, { ...DEFAULT, sort: { by: "seconds", descending } }).map(({ id }) => id);
    expect(getIds(false)).toEqual([1, 3, 2]);
    expect(getIds(true)).toEqual([2, 1, 3]);
  });

  it("are as many as the count of a filter, within the search and the other filters", () => {
    fc.assert(
      fc.property(anyCalls, anyView, (rows, view) => {
        const counts = calls.count(rows, view);
        expect(counts.all).toBe(rows.filter(({ name }) => name.includes(view.q)).length);
        for (const direction of ["in", "out"] as const) {
          const pressed = calls.apply(rows, { ...view, direction });
          expect(counts.direction[direction]).toBe(pressed.length);
        }
        expect(counts.record.yes).toBe(calls.apply(rows, { ...view, record: "yes" }).length);
      }),
    );
  });

  it("are all counted without a view", () => {
    fc.assert(
      fc.property(anyCalls, (rows) => {
        expect(calls.count(rows)).toEqual(calls.count(rows, DEFAULT));
      }),
    );
  });
});
