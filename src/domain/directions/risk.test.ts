import fc from "fast-check";
import { expect, it } from "vitest";
import { findRisk } from "./risk.ts";
import { RISK_SOURCES, RISKS } from "./riskList.ts";

it("has a unique code and sources for every entry", () => {
  const codes = RISKS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, sources, name } of RISKS) {
    expect(code).toMatch(/^[1-9]\d{0,6}$/);
    expect(name).not.toBe("");
    // No entry shadows another.
    expect(codes.filter((other) => code.startsWith(other))).toEqual([code]);
    expect(sources.length).toBeGreaterThan(0);
  }
});

it("lists a country only when two sources name it, or a regulator warns", () => {
  const weak = RISKS.filter(
    ({ kind, sources }) => kind === "revenueShare" && new Set(sources).size < 2,
  );
  expect(weak).toEqual([]);
});

it("has a URL for every source, and uses every source", () => {
  const used = new Set<string>(RISKS.flatMap(({ sources }) => sources));
  for (const [key, { name, address }] of Object.entries(RISK_SOURCES)) {
    expect(used).toContain(key);
    expect(name).not.toBe("");
    expect(new URL(address).protocol).toMatch(/^https?:$/);
  }
});

it("finds the risk of a dial code and of a complete number", () => {
  expect(findRisk({ code: "53", englishName: "Cuba" })).toMatchObject({ kind: "revenueShare" });
  expect(findRisk({ code: "8816" })).toMatchObject({ kind: "satellite" });
  expect(findRisk({ code: "97912345678" })).toMatchObject({ kind: "premium" });
  expect(findRisk({ code: "18095550123" })).toMatchObject({ kind: "oneRing" });
  expect(findRisk({ code: "12025550123" })).toBeUndefined();
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
])("among the countries of +1, %s is %s", (englishName, kind) => {
  expect(findRisk({ code: "1", englishName })?.kind).toBe(kind);
});

it.each(["7", "1", "49", "375", "800", "374", "44", "5", "8", ""])("leaves %j unmarked", (code) => {
  expect(findRisk({ code, englishName: "Somewhere" })).toBeUndefined();
});

it("gives a longer code the risk of the shorter one", () => {
  fc.assert(
    fc.property(fc.constantFrom(...RISKS), fc.stringMatching(/^\d{0,9}$/), (entry, rest) => {
      expect(findRisk({ code: entry.code + rest })?.kind).toBe(entry.kind);
    }),
  );
});
