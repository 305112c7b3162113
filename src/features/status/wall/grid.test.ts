import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutGrid } from "./grid.ts";

const screens: [number, number][] = [
  [360, 560],
  [1280, 640],
  [1920, 960],
  [3840, 2000],
  [1080, 1800],
];

describe("the grid of the wall", () => {
  it("holds every tile that it shows, without an empty row, on any screen", () => {
    const count = fc.integer({ min: 1, max: 10_000 });
    const side = fc.integer({ min: 1, max: 8000 });
    fc.assert(
      fc.property(count, side, side, (tiles, width, height) => {
        const { columns, rows, shown } = layoutGrid(tiles, width, height);
        expect(shown).toBeGreaterThanOrEqual(1);
        expect(shown).toBeLessThanOrEqual(tiles);
        expect(columns * rows).toBeGreaterThanOrEqual(shown);
        expect(columns * (rows - 1)).toBeLessThan(shown);
      }),
    );
  });

  it("shows all tiles or as many as stay readable", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom(...screens),
        (tiles, size) => {
          const [width, height] = size;
          const { columns, rows, shown } = layoutGrid(tiles, width, height);
          const longer = Math.max(...size);
          const shorter = Math.min(...size);
          expect(width / columns).toBeGreaterThanOrEqual(Math.min(width, longer / 6.5));
          expect(height / rows).toBeGreaterThanOrEqual(Math.min(height, shorter / 6.5));
          const room = layoutGrid(10_000, width, height).shown;
          expect(shown).toBe(Math.min(tiles, room));
        },
      ),
    );
  });

  it.each(screens)("makes a few tiles on a screen of %d × %d large", (width, height) => {
    const { columns, rows, shown } = layoutGrid(4, width, height);
    expect(shown).toBe(4);
    expect(columns * rows).toBe(4);
  });

  it("is the same for the same screen with a higher pixel density", () => {
    for (const tiles of [1, 5, 24, 36, 500]) {
      expect(layoutGrid(tiles, 3840, 2000)).toEqual(layoutGrid(tiles, 1920, 1000));
    }
  });

  it("shows nothing for no tiles", () => {
    expect(layoutGrid(0, 1920, 1080).shown).toBe(0);
  });
});
