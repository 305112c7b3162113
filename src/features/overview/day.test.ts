import { expect, it } from "vitest";
import { toDay } from "./day.ts";

const NOON = Date.UTC(2026, 0, 15, 12);
const at = (hours: number) => new Date(NOON + hours * 3_600_000).toISOString();

it("is drawn from the first look to the last one, with what nobody saw", () => {
  const points = [
    { at: at(-24), online: 0, total: 0 },
    { at: at(-12), online: 3, total: 4 },
    { at: at(-6), online: 1, total: 4 },
  ];
  const gaps = [{ from: at(-3), to: at(0), reason: "unreadable" as const }];
  const day = toDay({ from: at(-24), points, gaps, lookedAt: at(-3) }, NOON);
  expect(day).toEqual({
    steps: [
      { from: 0.5, to: 0.75, online: 3 },
      { from: 0.75, to: 0.875, online: 1 },
    ],
    gaps: [{ from: 0.875, to: 1 }],
    fewest: { at: NOON - 6 * 3_600_000, online: 1, total: 4 },
    most: 4,
  });
});

it("is empty before the first look", () => {
  const day = toDay({ from: at(-24), points: [], gaps: [], lookedAt: null }, NOON);
  expect(day).toEqual({ steps: [], gaps: [], fewest: undefined, most: 0 });
});
