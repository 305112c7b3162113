import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES } from "#domain/sip/rows.ts";
import { fullGrid, largeTile, roomOf } from "./grid.ts";
import { chooseStaying, type ItemState, orderItems } from "./items.ts";
import { planWall } from "./plan.ts";

const SCREEN = { width: 1920, height: 960 };

const anyItem = fc.record({
  state: fc.constantFrom(...STATES),
  since: fc.nat({ max: 1000 }),
  watched: fc.boolean(),
});
const officeOf = (maxLength: number) =>
  fc
    .array(anyItem, { maxLength })
    .map((all) => all.map((one, index): ItemState => Object.assign(one, { key: `sip:${index}` })));

const keys = (items: readonly ItemState[]) => items.map(({ key }) => key);
const many = (count: number, common: Partial<ItemState> = {}, name = ""): ItemState[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `${name}${common.state}:${index}`,
    state: "online",
    since: index,
    watched: false,
    ...common,
  }));

function plan(items: readonly ItemState[], screen = SCREEN) {
  const { first, others } = orderItems(items);
  return planWall(first, others, screen);
}

describe("the order of the wall", () => {
  it("is the newest drop, older ones, watched ones, unclear ones, and those that are online", () => {
    const items: ItemState[] = [
      { key: "online", state: "online", since: 9, watched: false },
      { key: "unknown", state: "unknown", since: 0, watched: false },
      { key: "watched", state: "online", since: 1, watched: true },
      { key: "old", state: "offline", since: 1, watched: false },
      { key: "new", state: "offline", since: 5, watched: false },
      { key: "new and watched", state: "offline", since: 5, watched: true },
    ];
    const { first, others } = orderItems(items);
    expect(keys(first)).toEqual(["new and watched", "new", "old", "watched"]);
    expect(keys(others)).toEqual(["unknown", "online"]);
  });

  it("keeps watched ones on the screen however long ago they dropped, but not instead of all others", () => {
    const watched = many(9, { state: "offline", watched: true, since: 1 });
    const dropped = many(9, { state: "offline", since: 2 }, "new ");
    const { staying } = chooseStaying(orderItems([...watched, ...dropped]).first, 8);
    expect(staying.map((one) => one.watched)).toEqual([
      ...Array.from({ length: 4 }, () => false),
      ...Array.from({ length: 4 }, () => true),
    ]);
  });
});

describe("the plan of the wall", () => {
  it("gives each item exactly one place, and no page more than it has places for", () => {
    const side = fc.integer({ min: 200, max: 4000 });
    fc.assert(
      fc.property(officeOf(400), side, side, (items, width, height) => {
        const { staying, pages } = plan(items, { width, height });
        const all = [...(staying === undefined ? [] : [staying]), ...pages];
        for (const page of all) {
          expect(page.items.length).toBeGreaterThan(0);
          expect(page.items.length).toBeLessThanOrEqual(roomOf(page.grid));
        }
        const placed = all.flatMap((page) => keys(page.items));
        expect(placed.toSorted()).toEqual(keys(items).toSorted());
      }),
    );
  });

  it("never turns the newest drops away, nor shows one of them small", () => {
    fc.assert(
      fc.property(officeOf(400), (items) => {
        const { staying, pages } = plan(items);
        const drops = orderItems(items).first.filter(({ state }) => state === "offline");
        const half = Math.floor(roomOf(fullGrid(SCREEN, largeTile(SCREEN))) / 5);
        const stay = new Set(staying === undefined ? [] : keys(staying.items));
        for (const { key } of drops.slice(0, half)) expect(stay).toContain(key);
        const small = pages.filter(({ large }) => !large).flatMap((page) => page.items);
        expect(small.map(({ state }) => state)).not.toContain("offline");
      }),
    );
  });

  it.each([
    ["nobody", [], 0, 0],
    ["45, all online", many(45), 0, 1],
    ["45, five of them offline", [...many(40), ...many(5, { state: "offline" })], 5, 1],
    ["20, all offline", many(20, { state: "offline" }), 20, 0],
    ["300, all online", many(300), 0, 3],
    ["1,500, forty of them offline", [...many(1460), ...many(40, { state: "offline" })], 10, 23],
    ["5,000, none offline", many(5000), 0, 40],
  ])("of %s", (_, items, stays, pages) => {
    const planned = plan(items);
    expect(planned.staying?.items.length ?? 0).toBe(stays);
    expect(planned.pages).toHaveLength(pages);
  });

  it("gives offline ones half of the screen where the others still fit beside them", () => {
    const few = plan([...many(20), ...many(2, { state: "offline" })]);
    expect(few).toMatchObject({ share: 0.5, pages: [{ large: false }] });
    const crowded = plan([...many(1000), ...many(2, { state: "offline" })]);
    expect(crowded.share).toBeCloseTo(0.2);
  });

  it("keeps the places of a page where the last one is not full", () => {
    const { pages } = plan(many(200));
    expect(pages.map(({ grid }) => grid)).toEqual([
      { columns: 9, rows: 14 },
      { columns: 9, rows: 14 },
    ]);
  });
});
