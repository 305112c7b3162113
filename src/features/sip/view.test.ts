import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SipRow } from "#domain/sip/rows.ts";
import { nextFreeExtension, sipView } from "./view.ts";

const PLAIN = sipView.read(new URLSearchParams());

function makeRow(part: Partial<SipRow>): SipRow {
  return {
    id: 1,
    name: "",
    extension: 200,
    role: "",
    callerId: "74950000015",
    callerIdId: 22,
    state: "online",
    scenario: null,
    searchText: "",
    ...part,
  };
}

const extensions = (rows: readonly SipRow[]) => rows.map((row) => row.extension);

it("matches the parameters of the address", () => {
  const params = new URLSearchParams("q=anna&state=offline&caller-id=none&sort=-name");
  const read = sipView.read(params);
  expect(read).toEqual({
    q: "anna",
    state: "offline",
    "caller-id": "none",
    sort: { by: "name", descending: true },
  });
  expect(sipView.write(new URLSearchParams(), read).toString()).toBe(params.toString());
  expect(PLAIN.sort).toEqual({ by: "extension", descending: false });
});

describe("the rows of a view", () => {
  const rows = [
    makeRow({ id: 1, extension: 230, name: "Ёжиков", state: "online", callerId: undefined }),
    makeRow({ id: 2, extension: 205, name: "Жуков", state: "offline" }),
    makeRow({ id: 3, extension: 210, name: "Елкин", state: "unknown", callerId: "79000000023" }),
    makeRow({ id: 4, extension: 201, name: "Кабинет 10", state: "creating" }),
    makeRow({ id: 5, extension: 202, name: "кабинет 9", state: "offline", callerId: undefined }),
  ];
  const shown = (change: Partial<typeof PLAIN>) =>
    extensions(sipView.apply(rows, { ...PLAIN, ...change }));
  const by = (name: (typeof sipView.sorts)[number], descending = false) =>
    shown({ sort: { by: name, descending } });

  it("are sorted by extension by default", () => {
    expect(shown({})).toEqual([201, 202, 205, 210, 230]);
    expect(by("extension", true)).toEqual([230, 210, 205, 202, 201]);
  });

  it("are sorted by state with the offline ones first, then by extension", () => {
    expect(by("state")).toEqual([202, 205, 210, 201, 230]);
    expect(by("state", true)).toEqual([230, 201, 210, 202, 205]);
  });

  it("are sorted by name as people expect: ё next to е, 9 before 10, ignoring case", () => {
    expect(by("name")).toEqual([230, 210, 205, 202, 201]);
  });

  it("are filtered by state and by a missing caller ID, both at once", () => {
    expect(shown({ state: "offline" })).toEqual([202, 205]);
    expect(shown({ "caller-id": "none" })).toEqual([202, 230]);
    expect(shown({ "caller-id": "none", state: "offline" })).toEqual([202]);
  });

  it("are counted by filter, within the search", () => {
    const found = [
      ...rows,
      makeRow({ id: 6, searchText: "анна", callerId: undefined, state: "offline" }),
    ];
    expect(sipView.count(found)).toEqual({
      all: 6,
      state: { online: 1, offline: 3, creating: 1, unknown: 1 },
      "caller-id": { none: 3 },
    });
    expect(sipView.count(found, { ...PLAIN, q: "анна" })).toMatchObject({
      all: 1,
      state: { online: 0, offline: 1 },
      "caller-id": { none: 1 },
    });
  });
});

describe("the next free extension", () => {
  const limits = { min: 200, max: 260 };
  it("is the smallest unused one within the limits", () => {
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

  it("is undefined when all are taken", () => {
    expect(nextFreeExtension([200, 201, 202], { min: 200, max: 202 })).toBeUndefined();
  });
});
