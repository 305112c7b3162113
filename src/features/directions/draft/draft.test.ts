import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Country } from "#domain/directions/model.ts";
import { buildPlan, getTargetState, type StagedChanges } from "./plan.ts";
import { getPendingStatus } from "./pendingStatus.ts";
import {
  stageAll,
  pending,
  resolveConflict,
  toggle,
  without,
  withoutDone,
} from "./stagedChanges.ts";

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
const NONE: StagedChanges = new Map();
const of = (staged: StagedChanges) => [...staged].map(([id, { open }]) => [id, open]);
const status = (one: Country, sharing: readonly Country[], staged: StagedChanges) => {
  const all = [...both, cuba];
  return getPendingStatus(one, sharing, staged, buildPlan(all, staged));
};

const asking = (staged: StagedChanges, all: readonly Country[]) =>
  pending(staged, all, buildPlan(all, staged));

describe("toggling a country", () => {
  it("stages the opposite, and a second toggle unstages it", () => {
    const once = toggle(NONE, cuba, [cuba]);
    expect(of(once)).toEqual([["53", true]]);
    expect(of(toggle(once, cuba, [cuba]))).toEqual([]);
  });

  it("that would close along with another disputes it, and a second toggle lets it close along", () => {
    const closing = toggle(NONE, russia, both);
    const disputed = toggle(closing, kazakhstan, both);
    expect(of(disputed)).toEqual([
      ["10", false],
      ["11", true],
    ]);
    expect(buildPlan(both, disputed).conflicts).toHaveLength(1);
    expect(of(toggle(disputed, kazakhstan, both))).toEqual([["10", false]]);
  });

  it("always inverts what is shown", () => {
    const change = fc.option(fc.boolean(), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(change, change), fc.boolean(), (opens, open) => {
        const group = [country("1", "1", open), country("2", "1", open)];
        const [one] = group;
        const staged = new Map(
          group.flatMap((each, at) => {
            const wanted = opens[at];
            return wanted === undefined ? [] : [[each.id, { open: wanted, country: each }]];
          }),
        );
        const shown = one && getTargetState(one, group, staged);
        expect(one && getTargetState(one, group, toggle(staged, one, group))).toBe(!shown);
      }),
    );
  });
});

describe("many countries at once", () => {
  it("are staged only where their state differs", () => {
    expect(of(stageAll(NONE, [russia, cuba], true))).toEqual([["53", true]]);
    expect(of(stageAll(stageAll(NONE, [russia, cuba], true), [russia, cuba], false))).toEqual([
      ["10", false],
    ]);
  });

  it("resolve a conflict, and can be taken out", () => {
    const disputed = resolveConflict(resolveConflict(NONE, [russia], true), [kazakhstan], false);
    const decided = resolveConflict(disputed, both, false);
    expect(buildPlan(both, decided)).toMatchObject({ conflicts: [], close: ["7"] });
    expect(of(without(decided, ["10", "11"]))).toEqual([]);
  });

  it("stay in the draft until they took effect, were resolved, or while that is unknown", () => {
    const staged = resolveConflict(
      resolveConflict(NONE, [russia, cuba], false),
      [kazakhstan],
      true,
    );
    const kept = asking(staged, [...both, cuba]);
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

  it("leave the draft when they are done, unless they were toggled meanwhile", () => {
    const sent = toggle(toggle(NONE, cuba, [cuba]), russia, both);
    const plan = buildPlan([...both, cuba], sent);
    const meanwhile = resolveConflict(resolveConflict(sent, [cuba], false), [kazakhstan], true);
    expect(of(withoutDone(meanwhile, plan))).toEqual([
      ["53", false],
      ["11", true],
    ]);
  });
});

describe("a row's status", () => {
  it("is the current state, where nothing is staged", () => {
    expect(status(russia, both, NONE)).toMatchObject({ status: "open", wanted: true });
    expect(status(kazakhstan, both, NONE).status).toBe("openAs");
    expect(status(cuba, [cuba], NONE)).toMatchObject({ status: "closed", wanted: false });
    expect(status({ ...cuba, open: undefined }, [], NONE).status).toBe("unknown");
  });

  it("is the future state, alone or along with another, or a conflict", () => {
    const closing = toggle(NONE, russia, both);
    expect(status(russia, both, closing).status).toBe("willClose");
    expect(status(kazakhstan, both, closing)).toMatchObject({
      status: "willCloseAlong",
      wanted: false,
      along: russia,
    });
    expect(status(cuba, [cuba], toggle(NONE, cuba, [cuba])).status).toBe("willOpen");
    const sameCodeCountry = { ...cuba, id: "54" };
    expect(
      status(sameCodeCountry, [cuba, sameCodeCountry], toggle(NONE, cuba, [cuba, sameCodeCountry])),
    ).toMatchObject({
      status: "willOpenAlong",
      along: cuba,
    });
    expect(status(kazakhstan, both, toggle(closing, kazakhstan, both)).status).toBe("conflict");
  });
});
