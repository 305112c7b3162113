import fc from "fast-check";
import { expect, it } from "vitest";
import { riskOf } from "./risk.ts";
import { RISK_SOURCES, RISKS } from "./riskList.ts";

it("names for every entry a code of its own and who says it", () => {
  const codes = RISKS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, sources, name } of RISKS) {
    expect(code).toMatch(/^[1-9]\d{0,6}$/);
    expect(name).not.toBe("");
    // No entry hides another.
    expect(codes.filter((other) => code.startsWith(other))).toEqual([code]);
    expect(sources.length).toBeGreaterThan(0);
  }
});

it("marks a country only when two name it, or a regulator warns", () => {
  const weak = RISKS.filter(
    ({ kind, sources }) => kind === "revenueShare" && new Set(sources).size < 2,
  );
  expect(weak).toEqual([]);
});

it("cites addresses, each of which is used", () => {
  const used = new Set<string>(RISKS.flatMap(({ sources }) => sources));
  for (const [key, { name, address }] of Object.entries(RISK_SOURCES)) {
    expect(used).toContain(key);
    expect(name).not.toBe("");
    expect(new URL(address).protocol).toMatch(/^https?:$/);
  }
});

it("knows a country by its code, and whole numbers too", () => {
  expect(riskOf({ code: "53", englishName: "Cuba" })).toMatchObject({ kind: "revenueShare" });
  expect(riskOf({ code: "8816" })).toMatchObject({ kind: "satellite" });
  expect(riskOf({ code: "97912345678" })).toMatchObject({ kind: "premium" });
  expect(riskOf({ code: "18095550123" })).toMatchObject({ kind: "oneRing" });
  expect(riskOf({ code: "12025550123" })).toBeUndefined();
});

it.each([
  ["Jamaica", "oneRing"],
  ["Dominica", "oneRing"],
  ["Dominican Republic", "oneRing"],
  ["Virgin Islands (British)", "oneRing"],
  ["British Virgin Islands", "oneRing"],
  ["Virgin Islands (US)", undefined],
  ["USA", undefined],
  ["Canada", undefined],
])("of those that share +1, %s is %s", (englishName, kind) => {
  expect(riskOf({ code: "1", englishName })?.kind).toBe(kind);
});

it.each(["7", "1", "49", "375", "800", "374", "44", "5", "8", ""])("leaves %j unmarked", (code) => {
  expect(riskOf({ code, englishName: "Somewhere" })).toBeUndefined();
});

it("says of a longer code what it says of the shorter", () => {
  fc.assert(
    fc.property(fc.constantFrom(...RISKS), fc.stringMatching(/^\d{0,9}$/), (entry, rest) => {
      expect(riskOf({ code: entry.code + rest })?.kind).toBe(entry.kind);
    }),
  );
});
