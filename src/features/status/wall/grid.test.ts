import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactTile, fullGrid, largeTile, layoutGrid, roomOf } from "./grid.ts";

const screens = [
  { width: 360, height: 560 },
  { width: 1280, height: 640 },
  { width: 1920, height: 960 },
  { width: 3840, height: 2000 },
  { width: 1080, height: 1800 },
];
const side = fc.integer({ min: 1, max: 8000 });
const area = fc.record({ width: side, height: side });
const tile = fc.constantFrom(largeTile, compactTile);

describe("the grid of the wall", () => {
  it("holds every tile, without an empty row, on any screen", () => {
    fc.assert(
      fc.property(area, tile, fc.nat(), (screen, sizeOf, seed) => {
        const room = roomOf(fullGrid(screen, sizeOf(screen)));
        const count = 1 + (seed % room);
        const { columns, rows } = layoutGrid(count, screen, sizeOf(screen));
        expect(columns * rows).toBeGreaterThanOrEqual(count);
        expect(columns * (rows - 1)).toBeLessThan(count);
      }),
    );
  });

  it.each(screens)("leaves each tile of its least size on $width × $height", (screen) => {
    for (const { width, height } of [largeTile(screen), compactTile(screen)]) {
      const { columns, rows } = fullGrid(screen, { width, height, shape: 1.8 });
      expect(screen.width / columns).toBeGreaterThanOrEqual(width);
      expect(screen.height / rows).toBeGreaterThanOrEqual(height);
    }
  });

  it("shows 25 large tiles or 126 compact ones on a screen of 1920 × 1080", () => {
    const screen = { width: 1920, height: 960 };
    expect(roomOf(fullGrid(screen, largeTile(screen)))).toBe(25);
    expect(roomOf(fullGrid(screen, compactTile(screen)))).toBe(126);
  });

  it("uses the whole screen: one tile alone, three side by side", () => {
    const screen = { width: 1920, height: 960 };
    expect(layoutGrid(1, screen, largeTile(screen))).toEqual({ columns: 1, rows: 1 });
    expect(layoutGrid(3, screen, largeTile(screen))).toEqual({ columns: 2, rows: 2 });
  });
});
