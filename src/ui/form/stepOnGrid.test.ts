import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepOnGrid } from "./StepperInput.tsx";

const TIMEOUT = { min: 0, max: 90, step: 5 };
const grids = fc
  .record({ min: fc.integer({ min: -100, max: 300 }), step: fc.integer({ min: 1, max: 20 }) })
  .chain(({ min, step }) =>
    fc.integer({ min: 1, max: 50 }).map((steps) => ({ min, step, max: min + steps * step })),
  );

describe("a step", () => {
  it.each([
    [0, 1, 5],
    [20, 1, 25],
    [20, -1, 15],
    [3, 1, 5],
    [3, -1, 0],
    [20.5, 1, 25],
    [20.5, -1, 20],
    [90, 1, 90],
    [0, -1, 0],
    [95, 1, 90],
    [1000, -1, 90],
    [-5, 1, 0],
    [Number.POSITIVE_INFINITY, 1, 90],
  ] as const)("from %d in direction %d leads to %d", (value, direction, next) => {
    expect(stepOnGrid(value, direction, TIMEOUT)).toBe(next);
  });

  it("always ends on a multiple of the step, within the limits", () => {
    const values = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(grids, values, fc.constantFrom(1, -1), (grid, value, direction) => {
        const next = stepOnGrid(value, direction, grid);
        expect(next).toBeGreaterThanOrEqual(grid.min);
        expect(next).toBeLessThanOrEqual(grid.max);
        expect(Math.abs((next - grid.min) % grid.step)).toBe(0);
      }),
    );
  });

  it("moves from any value, as long as there is room", () => {
    fc.assert(
      fc.property(grids, fc.nat({ max: 50 }), (grid, at) => {
        const value = Math.min(grid.max, grid.min + at * grid.step);
        const up = stepOnGrid(value, 1, grid);
        expect(up).toBe(Math.min(grid.max, value + grid.step));
        expect(stepOnGrid(value, -1, grid)).toBe(Math.max(grid.min, value - grid.step));
      }),
    );
  });
});
