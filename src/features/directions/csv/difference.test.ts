import fc from "fast-check";
import { expect, it } from "vitest";
import type { Country } from "#domain/directions/model.ts";
import { computeDifference } from "./difference.ts";

const country = (id: string, code: string, open: boolean): Country => ({
  id,
  directionId: Number(id) || undefined,
  code,
  name: `Country ${id}`,
  englishName: "",
  open,
  openAs: undefined,
});

const russia = country("10", "7", true);
const kazakhstan = country("11", "7", true);
const hungary = country("16", "36", true);
const austria = country("17", "43", false);
const all = [russia, kazakhstan, hungary, austria];

it("opens what the file names and closes the rest", () => {
  const { plan, staged, staying } = computeDifference(all, [russia, kazakhstan, austria], "exact");
  expect(plan).toMatchObject({ opens: [austria], closes: [hungary], impliedCloses: [] });
  expect([...staged.keys()]).toEqual(["17", "16"]);
  expect(staying).toEqual([]);
});

it("closes nothing in the mode that only opens", () => {
  const { plan } = computeDifference(all, [austria], "openOnly");
  expect(plan).toMatchObject({ opens: [austria], close: [] });
});

it("keeps open what shares its code with a country of the file, and reports it", () => {
  const { plan, staying } = computeDifference(all, [russia, hungary], "exact");
  expect(plan).toMatchObject({ open: [], close: [], conflicts: [] });
  expect(staying).toEqual([kazakhstan]);
});

it("does not close everything for a file that names nothing", () => {
  expect(computeDifference(all, [], "exact").staged.size).toBe(0);
});

it("reports what no operation can change", () => {
  const invalidRows = country("invalidRows", "99", false);
  const { plan, unchangeable } = computeDifference(
    [invalidRows, austria],
    [invalidRows, austria],
    "exact",
  );
  expect(unchangeable).toEqual([invalidRows]);
  expect(plan.opens).toEqual([austria]);
});

/** An office: codes, some shared, open or closed as a whole, as operation 23 returns it. */
const offices = fc
  .array(fc.record({ size: fc.integer({ min: 1, max: 3 }), open: fc.boolean() }), { maxLength: 8 })
  .map((groups) =>
    groups.flatMap(({ size, open }, code) =>
      Array.from({ length: size }, (_, index) =>
        country(String(code * 10 + index + 1), String(code + 1), open),
      ),
    ),
  );
const files = offices.chain((countries) =>
  fc.tuple(fc.constant(countries), fc.subarray(countries)),
);
const uniqueCodes = (countries: readonly Country[]) => [
  ...new Set(countries.map(({ code }) => code)),
];

it("applies to exactly the file's set, and never opens and closes the same country", () => {
  fc.assert(
    fc.property(files, fc.constantFrom("exact", "openOnly"), ([countries, named], mode) => {
      const { plan } = computeDifference(countries, named, mode);
      const before = uniqueCodes(countries.filter(({ open }) => open));
      const kept = before.filter((code) => !plan.close.includes(code));
      const after = new Set([...kept, ...uniqueCodes(plan.opens)]);
      const exact = mode === "exact" && named.length > 0;
      const wanted = exact ? uniqueCodes(named) : [...before, ...uniqueCodes(named)];
      expect(after).toEqual(new Set(wanted));
      expect(uniqueCodes(plan.opens).filter((code) => plan.close.includes(code))).toEqual([]);
      expect(plan.conflicts).toEqual([]);
      expect(plan.impliedCloses).toEqual([]);
    }),
  );
});
