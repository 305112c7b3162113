import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupByCode, type Country } from "#domain/directions/model.ts";
import {
  isEmpty,
  type Plan,
  buildPlan,
  isSamePlan,
  getTargetState,
  type StagedChanges,
} from "./plan.ts";

const country = (id: string, code: string, open: boolean | undefined): Country => ({
  id,
  directionId: Number(id) || undefined,
  code,
  name: `Country ${id}`,
  englishName: "",
  open,
  openAs: undefined,
});
const staging = (...staged: [Country, boolean][]): StagedChanges =>
  new Map(staged.map(([one, open]) => [one.id, { open, country: one }]));

const russia = country("10", "7", true);
const kazakhstan = country("11", "7", true);
const hungary = country("16", "36", false);
const usa = country("1", "1", false);
const canada = country("2", "1", false);

describe("a plan", () => {
  it("opens by id and closes by code", () => {
    const plan = buildPlan([russia, hungary], staging([russia, false], [hungary, true]));
    expect(plan).toMatchObject({ open: [16], close: ["7"], opens: [hungary], closes: [russia] });
    expect(isEmpty(plan)).toBe(false);
  });

  it("names what closes along with a shared code", () => {
    const plan = buildPlan([russia, kazakhstan], staging([kazakhstan, false]));
    expect(plan).toMatchObject({ close: ["7"], closes: [kazakhstan], impliedCloses: [russia] });
  });

  it("closes a code once, and lists no staged country as implied", () => {
    const plan = buildPlan([russia, kazakhstan], staging([kazakhstan, false], [russia, false]));
    expect(plan).toMatchObject({ close: ["7"], closes: [russia, kazakhstan], impliedCloses: [] });
  });

  it("names what opens along with a shared code, and sends only staged countries", () => {
    const plan = buildPlan([usa, canada], staging([usa, true]));
    expect(plan).toMatchObject({ open: [1], opens: [usa], impliedOpens: [canada] });
  });

  it("reports a code staged both ways as a conflict, and continues with the others", () => {
    const plan = buildPlan(
      [russia, kazakhstan, hungary],
      staging([russia, true], [kazakhstan, false], [hungary, true]),
    );
    expect(plan).toMatchObject({ open: [16], close: [], closes: [], impliedCloses: [] });
    expect(plan.conflicts).toEqual([{ code: "7", open: [russia], close: [kazakhstan] }]);
  });

  it("for countries without a code opens only those staged, and closes none", () => {
    const [sea, space] = [country("3", "", false), country("4", "", false)];
    expect(buildPlan([sea, space], staging([sea, true]))).toMatchObject({
      open: [3],
      impliedOpens: [],
    });
    const open = { ...sea, open: true };
    expect(isEmpty(buildPlan([open, space], staging([open, false], [space, true])))).toBe(false);
    expect(buildPlan([open, space], staging([open, false]))).toMatchObject({
      close: [],
      closes: [],
    });
  });

  it("sends nothing for what has that state already", () => {
    expect(isEmpty(buildPlan([russia, hungary], staging([russia, true], [hungary, false])))).toBe(
      true,
    );
  });

  it("sends nothing while it is unknown what is open", () => {
    const unknown = country("3", "39", undefined);
    expect(isEmpty(buildPlan([unknown], staging([unknown, true])))).toBe(true);
    expect(isEmpty(buildPlan([unknown], staging([unknown, false])))).toBe(true);
  });

  it("names a staged country that no longer exists, unless its code is closed as staged", () => {
    const old = country("code-38", "38", true);
    expect(buildPlan([russia], staging([hungary, true])).missing).toEqual([hungary]);
    expect(buildPlan([russia], staging([old, false])).missing).toEqual([]);
    const namesake = country("12", "38", true);
    expect(buildPlan([namesake], staging([old, false])).missing).toEqual([old]);
  });

  it("equals another plan with the same effect, in whatever order", () => {
    const both = buildPlan([usa, hungary], staging([usa, true], [hungary, true]));
    expect(isSamePlan(both, buildPlan([hungary, usa], staging([hungary, true], [usa, true])))).toBe(
      true,
    );
    expect(isSamePlan(both, buildPlan([hungary, usa], staging([hungary, true])))).toBe(false);
    expect(
      isSamePlan(both, buildPlan([usa, hungary, canada], staging([usa, true], [hungary, true]))),
    ).toBe(false);
  });
});

describe("a country's target state", () => {
  const staged = staging([kazakhstan, false]);
  it("follows its own change, then that of one that shares its code, then its current state", () => {
    expect(getTargetState(kazakhstan, [russia, kazakhstan], staged)).toBe(false);
    expect(getTargetState(russia, [russia, kazakhstan], staged)).toBe(false);
    expect(getTargetState(hungary, [hungary], staged)).toBe(false);
    expect(getTargetState(russia, [russia, kazakhstan], staging([kazakhstan, true]))).toBe(true);
    expect(
      getTargetState(russia, [russia, kazakhstan], staging([kazakhstan, false], [russia, true])),
    ).toBe(true);
  });
});

/** Countries of a few codes, each code open or closed as a whole, and staged changes of some of them. */
const situation = fc
  .tuple(
    fc.array(fc.constantFrom("1", "7", "36", "44"), { maxLength: 12 }),
    fc.subarray(["1", "36"]),
  )
  .map(([codes, open]) =>
    codes.map((code, index) => country(`${index + 1}`, code, open.includes(code))),
  )
  .chain((countries) =>
    fc
      .array(fc.constantFrom(true, false, undefined), {
        minLength: countries.length,
        maxLength: countries.length,
      })
      .map((wanted) => {
        const staged = countries.flatMap((one, index): [Country, boolean][] => {
          const open = wanted[index];
          return open === undefined ? [] : [[one, open]];
        });
        return { countries, staged: staging(...staged) };
      }),
  );

/** What the provider does with a plan: opens by id, closes by code, lists by code. */
function applied(countries: readonly Country[], { open, close }: Plan) {
  const opened = countries.filter(({ id }) => open.includes(Number(id))).map(({ code }) => code);
  return countries.map((one) => {
    const isOpen = (one.open === true && !close.includes(one.code)) || opened.includes(one.code);
    return { ...one, open: isOpen };
  });
}

/** The expected state after a plan: as staged; unchanged where disputed or not named. */
function expected(one: Country, plan: Plan, staged: StagedChanges): boolean | undefined {
  if (plan.conflicts.some(({ code }) => code === one.code)) return one.open;
  const along = [...plan.impliedOpens, ...plan.impliedCloses].some(({ id }) => id === one.id);
  return staged.get(one.id)?.open ?? (along ? !one.open : one.open);
}

describe("any staged changes", () => {
  it("take effect or are a conflict, and every other change was named", () => {
    fc.assert(
      fc.property(situation, ({ countries, staged }) => {
        const plan = buildPlan(countries, staged);
        expect(applied(countries, plan).map(({ open }) => open)).toEqual(
          countries.map((one) => expected(one, plan, staged)),
        );
      }),
    );
  });

  it("never open and close a code at once, and once applied leave only conflicts", () => {
    fc.assert(
      fc.property(situation, ({ countries, staged }) => {
        const plan = buildPlan(countries, staged);
        expect(plan.opens.filter(({ code }) => plan.close.includes(code))).toEqual([]);
        const after = buildPlan(applied(countries, plan), staged);
        expect([after.open, after.close]).toEqual([[], []]);
        expect(after.conflicts.length).toBe(plan.conflicts.length);
      }),
    );
  });

  it("leave no country of a closing code shown as open", () => {
    fc.assert(
      fc.property(situation, ({ countries, staged }) => {
        const { close } = buildPlan(countries, staged);
        const closing = countries.filter(({ code }) => close.includes(code));
        const groups = groupByCode(countries);
        expect(
          closing.filter(
            (one) => getTargetState(one, groups.get(one.code) ?? [], staged) !== false,
          ),
        ).toEqual([]);
      }),
    );
  });
});
