import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Country } from "#common/directions/model.ts";
import { planOf, wantedOf, type Wishes } from "./plan.ts";
import { fateOf } from "./fate.ts";
import { allTurned, pending, resolved, turned, without, withoutDone } from "./wishes.ts";

const country = (
  id: string,
  code: string,
  open: boolean | undefined,
  openAs?: string,
): Country => ({
  id,
  directionId: Number(id) || undefined,
  code,
  name: `Country ${id}`,
  englishName: "",
  open,
  openAs,
});
const russia = country("10", "7", true);
const kazakhstan = country("11", "7", true, "Country 10");
const cuba = country("53", "53", false);
const both = [russia, kazakhstan];
const NONE: Wishes = new Map();
const of = (wishes: Wishes) => [...wishes].map(([id, { open }]) => [id, open]);
const fate = (one: Country, sharing: readonly Country[], wishes: Wishes) => {
  const all = [...both, cuba];
  return fateOf(one, sharing, wishes, planOf(all, wishes));
};

const asking = (wishes: Wishes, all: readonly Country[]) =>
  pending(wishes, all, planOf(all, wishes));

describe("a turn", () => {
  it("wishes the opposite, and a second one nothing", () => {
    const once = turned(NONE, cuba, [cuba]);
    expect(of(once)).toEqual([["53", true]]);
    expect(of(turned(once, cuba, [cuba]))).toEqual([]);
  });

  it("of one that closes along disputes it, and a second one lets it go along", () => {
    const closing = turned(NONE, russia, both);
    const disputed = turned(closing, kazakhstan, both);
    expect(of(disputed)).toEqual([
      ["10", false],
      ["11", true],
    ]);
    expect(planOf(both, disputed).conflicts).toHaveLength(1);
    expect(of(turned(disputed, kazakhstan, both))).toEqual([["10", false]]);
  });

  it("always turns what is shown", () => {
    const wish = fc.option(fc.boolean(), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(wish, wish), fc.boolean(), (opens, open) => {
        const group = [country("1", "1", open), country("2", "1", open)];
        const [one] = group;
        const wishes = new Map(
          group.flatMap((each, at) => {
            const wanted = opens[at];
            return wanted === undefined ? [] : [[each.id, { open: wanted, country: each }]];
          }),
        );
        const shown = one && wantedOf(one, group, wishes);
        expect(one && wantedOf(one, group, turned(wishes, one, group))).toBe(!shown);
      }),
    );
  });
});

describe("many at once", () => {
  it("are wished for only where they are not so yet", () => {
    expect(of(allTurned(NONE, [russia, cuba], true))).toEqual([["53", true]]);
    expect(of(allTurned(allTurned(NONE, [russia, cuba], true), [russia, cuba], false))).toEqual([
      ["10", false],
    ]);
  });

  it("decide a conflict, and can be taken out", () => {
    const disputed = resolved(resolved(NONE, [russia], true), [kazakhstan], false);
    const decided = resolved(disputed, both, false);
    expect(planOf(both, decided)).toMatchObject({ conflicts: [], close: ["7"] });
    expect(of(without(decided, ["10", "11"]))).toEqual([]);
  });

  it("stay in the draft until they are so, or decided, or as long as that is not known", () => {
    const wishes = resolved(resolved(NONE, [russia, cuba], false), [kazakhstan], true);
    const kept = asking(wishes, [...both, cuba]);
    expect(of(kept)).toEqual([
      ["10", false],
      ["11", true],
    ]);
    expect(asking(kept, [...both, cuba])).toBe(kept);
    expect(
      asking(
        kept,
        both.map((one) => country(one.id, one.code, undefined)),
      ),
    ).toBe(kept);
    expect(of(asking(kept, [cuba]))).toEqual([["11", true]]);
  });

  it("leave the draft when they were done, unless they were turned meanwhile", () => {
    const sent = turned(turned(NONE, cuba, [cuba]), russia, both);
    const plan = planOf([...both, cuba], sent);
    const meanwhile = resolved(resolved(sent, [cuba], false), [kazakhstan], true);
    expect(of(withoutDone(meanwhile, plan))).toEqual([
      ["53", false],
      ["11", true],
    ]);
  });
});

describe("what a row says", () => {
  it("is how it is, where nothing is wished", () => {
    expect(fate(russia, both, NONE)).toMatchObject({ fate: "open", wanted: true });
    expect(fate(kazakhstan, both, NONE).fate).toBe("openAs");
    expect(fate(cuba, [cuba], NONE)).toMatchObject({ fate: "closed", wanted: false });
    expect(fate({ ...cuba, open: undefined }, [], NONE).fate).toBe("unknown");
  });

  it("is what will be, alone or along with another, or that there is something to decide", () => {
    const closing = turned(NONE, russia, both);
    expect(fate(russia, both, closing).fate).toBe("willClose");
    expect(fate(kazakhstan, both, closing)).toMatchObject({
      fate: "willCloseAlong",
      wanted: false,
      along: russia,
    });
    expect(fate(cuba, [cuba], turned(NONE, cuba, [cuba])).fate).toBe("willOpen");
    const twin = { ...cuba, id: "54" };
    expect(fate(twin, [cuba, twin], turned(NONE, cuba, [cuba, twin]))).toMatchObject({
      fate: "willOpenAlong",
      along: cuba,
    });
    expect(fate(kazakhstan, both, turned(closing, kazakhstan, both)).fate).toBe("conflict");
  });
});
