import { describe, expect, it } from "vitest";
import type { ExternalNumber } from "#api/externalNumbers.ts";
import { createExternalJoiner } from "#domain/externalNumbers/rows.ts";
import { applyView, countRows, readView, changeSort, writeView } from "./view.ts";

const listed: ExternalNumber[] = [
  { id: 1, number: "79104445566", source: "21201588@sip.b.example", type: "АТС", status: true },
  { id: 2, number: "74950002002", source: "кедр@sip.a.example", type: "АТС", status: false },
  { id: 3, number: "79104445567", source: "s1.x,s2.x", host: "4229@ext.y", type: "SIP-URI" },
  { id: null, number: "74950002004", source: "", type: "H.323" },
];
const rows = createExternalJoiner()(listed, []);
const view = (address: string) => readView(new URLSearchParams(address));
const shown = (address: string) => applyView(rows, view(address)).map(({ number }) => number);

describe("the view in the address", () => {
  it("is the ordinary one where nothing, or nonsense, stands there", () => {
    const ordinary = {
      q: "",
      state: undefined,
      kind: undefined,
      sort: { by: "number", descending: false },
    };
    expect(view("")).toEqual(ordinary);
    expect(view("state=x&type=АТС&sort=--id")).toEqual(ordinary);
  });

  it.each(["q=495&state=lost&type=ate&sort=-state", "state=unknown", ""])(
    "%j comes back as it was read",
    (address) => {
      expect(writeView(new URLSearchParams(), view(address)).toString()).toBe(address);
    },
  );

  it("changes one thing and leaves the rest, also what is not its own", () => {
    const next = writeView(new URLSearchParams("row=x&q=1"), { state: "lost" });
    expect(next.toString()).toBe("row=x&q=1&state=lost");
  });

  it("sorts the other way round at the second click", () => {
    expect(changeSort(view(""), "state")).toEqual({ by: "state", descending: false });
    expect(changeSort(view("sort=state"), "state")).toEqual({ by: "state", descending: true });
    expect(changeSort(view(""), "nonsense")).toEqual({ by: "number", descending: false });
  });
});

describe("what is shown", () => {
  it.each([
    ["state=lost", ["74950002002"]],
    ["state=registered", ["79104445566"]],
    ["type=sipuri", ["79104445567"]],
    ["state=lost&type=sipuri", []],
    ["q=8 (495) 000-20", ["74950002002", "74950002004"]],
    ["q=21201588", ["79104445566"]],
    ["q=КЕДР", ["74950002002"]],
    ["q=s2.x", ["79104445567"]],
    ["q=ext.y", ["79104445567"]],
    ["q=h.323", ["74950002004"]],
    ["q=nobody", []],
  ])("by %j: %j", (address, numbers) => {
    expect(shown(address)).toEqual(numbers);
  });

  it.each([
    ["", ["74950002002", "74950002004", "79104445566", "79104445567"]],
    ["sort=-number", ["79104445567", "79104445566", "74950002004", "74950002002"]],
    ["sort=state", ["74950002002", "79104445566", "74950002004", "79104445567"]],
    ["sort=kind", ["74950002002", "79104445566", "74950002004", "79104445567"]],
    ["sort=source", ["74950002004", "79104445567", "74950002002", "79104445566"]],
  ])("in the order of %j", (address, numbers) => {
    expect(shown(address)).toEqual(numbers);
  });

  it("is counted within the search and beside the other filter", () => {
    const all = readView(new URLSearchParams());
    expect(countRows(rows, { ...all, q: "кедр" })).toMatchObject({ all: 1, lost: 1, ate: 1 });
    expect(countRows(rows, { ...all, state: "lost" })).toMatchObject({ ate: 1, sipuri: 0 });
    expect(countRows(rows, { ...all, kind: "sipuri" })).toMatchObject({ lost: 0, sipuri: 1 });
  });

  it("is counted by state and by kind", () => {
    expect(countRows(rows)).toEqual({
      all: 4,
      registered: 1,
      lost: 1,
      unknown: 0,
      ate: 2,
      sipuri: 1,
    });
  });
});
