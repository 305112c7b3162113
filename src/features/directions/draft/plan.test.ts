import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCode, type Country } from "#common/directions/model.ts";
import { isEmpty, type Plan, planOf, samePlan, wantedOf, type Wishes } from "./plan.ts";

const country = (id: string, code: string, open: boolean | undefined): Country => ({
  id,
  directionId: Number(id) || undefined,
  code,
  name: `Country ${id}`,
  englishName: "",
  open,
  openAs: undefined,
});
const wishing = (...wishes: [Country, boolean][]): Wishes =>
  new Map(wishes.map(([one, open]) => [one.id, { open, country: one }]));

const russia = country("10", "7", true);
const kazakhstan = country("11", "7", true);
const hungary = country("16", "36", false);
const usa = country("1", "1", false);
const canada = country("2", "1", false);

describe("a plan", () => {
  it("opens by id and closes by code", () => {
    const plan = planOf([russia, hungary], wishing([russia, false], [hungary, true]));
    expect(plan).toMatchObject({ open: [16], close: ["7"], opens: [hungary], closes: [russia] });
    expect(isEmpty(plan)).toBe(false);
  });

  it("names what closes along with a shared code", () => {
    const plan = planOf([russia, kazakhstan], wishing([kazakhstan, false]));
    expect(plan).toMatchObject({ close: ["7"], closes: [kazakhstan], closesAlong: [russia] });
  });

  it("closes a code once, and names nobody as along who was asked for", () => {
    const plan = planOf([russia, kazakhstan], wishing([kazakhstan, false], [russia, false]));
    expect(plan).toMatchObject({ close: ["7"], closes: [russia, kazakhstan], closesAlong: [] });
  });

  it("names what opens along with a shared code, and sends only what was asked for", () => {
    const plan = planOf([usa, canada], wishing([usa, true]));
    expect(plan).toMatchObject({ open: [1], opens: [usa], opensAlong: [canada] });
  });

  it("refuses to pull a code both ways, and goes on with the others", () => {
    const plan = planOf(
      [russia, kazakhstan, hungary],
      wishing([russia, true], [kazakhstan, false], [hungary, true]),
    );
    expect(plan).toMatchObject({ open: [16], close: [], closes: [], closesAlong: [] });
    expect(plan.conflicts).toEqual([{ code: "7", open: [russia], close: [kazakhstan] }]);
  });

  it("of countries without a code opens only what was asked for, and closes none of them", () => {
    const [sea, space] = [country("3", "", false), country("4", "", false)];
    expect(planOf([sea, space], wishing([sea, true]))).toMatchObject({ open: [3], opensAlong: [] });
    const open = { ...sea, open: true };
    expect(isEmpty(planOf([open, space], wishing([open, false], [space, true])))).toBe(false);
    expect(planOf([open, space], wishing([open, false]))).toMatchObject({ close: [], closes: [] });
  });

  it("needs nothing for what is as wished already", () => {
    expect(isEmpty(planOf([russia, hungary], wishing([russia, true], [hungary, false])))).toBe(
      true,
    );
  });

  it("sends nothing while it is not known what is open", () => {
    const unknown = country("3", "39", undefined);
    expect(isEmpty(planOf([unknown], wishing([unknown, true])))).toBe(true);
    expect(isEmpty(planOf([unknown], wishing([unknown, false])))).toBe(true);
  });

  it("tells what was wished for and is gone, unless it is closed as wished", () => {
    const old = country("code-38", "38", true);
    expect(planOf([russia], wishing([hungary, true])).gone).toEqual([hungary]);
    expect(planOf([russia], wishing([old, false])).gone).toEqual([]);
    const heir = country("12", "38", true);
    expect(planOf([heir], wishing([old, false])).gone).toEqual([old]);
  });

  it("is the same as another that does the same, in whatever order", () => {
    const both = planOf([usa, hungary], wishing([usa, true], [hungary, true]));
    expect(samePlan(both, planOf([hungary, usa], wishing([hungary, true], [usa, true])))).toBe(
      true,
    );
    expect(samePlan(both, planOf([hungary, usa], wishing([hungary, true])))).toBe(false);
    expect(
      samePlan(both, planOf([usa, hungary, canada], wishing([usa, true], [hungary, true]))),
    ).toBe(false);
  });
});

describe("what a country is to be", () => {
  const wishes = wishing([kazakhstan, false]);
  it("follows its own wish, then that of one that shares its code, then how it is", () => {
    expect(wantedOf(kazakhstan, [russia, kazakhstan], wishes)).toBe(false);
    expect(wantedOf(russia, [russia, kazakhstan], wishes)).toBe(false);
    expect(wantedOf(hungary, [hungary], wishes)).toBe(false);
    expect(wantedOf(russia, [russia, kazakhstan], wishing([kazakhstan, true]))).toBe(true);
    expect(
      wantedOf(russia, [russia, kazakhstan], wishing([kazakhstan, false], [russia, true])),
    ).toBe(true);
  });
});

/** Countries of a few codes, each code open or closed as a whole, and wishes of some of them. */
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
        const wishes = countries.flatMap((one, index): [Country, boolean][] => {
          const open = wanted[index];
          return open === undefined ? [] : [[one, open]];
        });
        return { countries, wishes: wishing(...wishes) };
      }),
  );

/** What the provider makes of a plan: opens by id, closes by code, lists by code. */
function applied(countries: readonly Country[], { open, close }: Plan) {
  const opened = countries.filter(({ id }) => open.includes(Number(id))).map(({ code }) => code);
  return countries.map((one) => {
    const isOpen = (one.open === true && !close.includes(one.code)) || opened.includes(one.code);
    return { ...one, open: isOpen };
  });
}

/** What a country is to be after a plan: as wished; as it was where disputed or not named. */
function expected(one: Country, plan: Plan, wishes: Wishes): boolean | undefined {
  if (plan.conflicts.some(({ code }) => code === one.code)) return one.open;
  const along = [...plan.opensAlong, ...plan.closesAlong].some(({ id }) => id === one.id);
  return wishes.get(one.id)?.open ?? (along ? !one.open : one.open);
}

describe("whatever is wished for", () => {
  it("comes true, or is a conflict; and what changes besides was named", () => {
    fc.assert(
      fc.property(situation, ({ countries, wishes }) => {
        const plan = planOf(countries, wishes);
        expect(applied(countries, plan).map(({ open }) => open)).toEqual(
          countries.map((one) => expected(one, plan, wishes)),
        );
      }),
    );
  });

  it("no code is opened and closed at once, and doing it leaves nothing to do but conflicts", () => {
    fc.assert(
      fc.property(situation, ({ countries, wishes }) => {
        const plan = planOf(countries, wishes);
        expect(plan.opens.filter(({ code }) => plan.close.includes(code))).toEqual([]);
        const after = planOf(applied(countries, plan), wishes);
        expect([after.open, after.close]).toEqual([[], []]);
        expect(after.conflicts.length).toBe(plan.conflicts.length);
      }),
    );
  });

  it("no country of a code that closes is left looking open", () => {
    fc.assert(
      fc.property(situation, ({ countries, wishes }) => {
        const { close } = planOf(countries, wishes);
        const closing = countries.filter(({ code }) => close.includes(code));
        const groups = byCode(countries);
        expect(
          closing.filter((one) => wantedOf(one, groups.get(one.code) ?? [], wishes) !== false),
        ).toEqual([]);
      }),
    );
  });
});
