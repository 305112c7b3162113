import { describe, expect, it } from "vitest";
import type { ExternalNumber } from "#api/externalNumbers.ts";
import { createExternalJoiner } from "#domain/externalNumbers/rows.ts";
import { externalView } from "./view.ts";

const listed: ExternalNumber[] = [
  { id: 1, number: "79104445566", source: "21201588@sip.b.example", type: "АТС", status: true },
  { id: 2, number: "74950002002", source: "кедр@sip.a.example", type: "АТС", status: false },
  { id: 3, number: "79104445567", source: "s1.x,s2.x", host: "4229@ext.y", type: "SIP-URI" },
  { id: null, number: "74950002004", source: "", type: "H.323" },
];
const rows = createExternalJoiner()(listed, []);
const view = (address: string) => externalView.read(new URLSearchParams(address));
const shown = (address: string) =>
  externalView.apply(rows, view(address)).map(({ number }) => number);

it.each(["q=495&state=lost&type=ate&sort=-state", "state=unknown", ""])(
  "the address %j is written as it was read",
  (address) => {
    expect(externalView.write(new URLSearchParams(), view(address)).toString()).toBe(address);
  },
);

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
  ])("is filtered by %j: %j", (address, numbers) => {
    expect(shown(address)).toEqual(numbers);
  });

  it.each([
    ["", ["74950002002", "74950002004", "79104445566", "79104445567"]],
    ["sort=-number", ["79104445567", "79104445566", "74950002004", "74950002002"]],
    ["sort=state", ["74950002002", "79104445566", "74950002004", "79104445567"]],
    ["sort=kind", ["74950002002", "79104445566", "74950002004", "79104445567"]],
    ["sort=source", ["74950002004", "79104445567", "74950002002", "79104445566"]],
  ])("is sorted by %j", (address, numbers) => {
    expect(shown(address)).toEqual(numbers);
  });

  it("is counted by state and by type", () => {
    expect(externalView.count(rows)).toEqual({
      all: 4,
      state: { registered: 1, lost: 1, unknown: 0 },
      type: { ate: 2, sipuri: 1 },
    });
  });

  it("is counted within the search and the other filter", () => {
    expect(externalView.count(rows, view("q=кедр"))).toMatchObject({
      all: 1,
      state: { lost: 1 },
      type: { ate: 1 },
    });
    const lost = externalView.count(rows, view("state=lost"));
    expect(lost.type).toEqual({ ate: 1, sipuri: 0 });
    expect(externalView.count(rows, view("type=sipuri")).state.lost).toBe(0);
  });
});
