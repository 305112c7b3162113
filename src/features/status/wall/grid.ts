/** How the tiles of a wall are laid out. */
export interface Grid {
  columns: number;
  rows: number;
  /** How many tiles are shown; fewer than asked for where they would become unreadable. */
  shown: number;
}

/**
 * Parts of the screen's longer and shorter side that a tile takes at least. On a screen of 1.1 m
 * a tile is then 17 cm wide and its extension 3 cm high, which is read from five metres.
 */
const PARTS = 6.5;
/** Pixels that a tile takes at least, where the screen is a small one close by. */
const LEAST = { width: 128, height: 72 };
/** Width to height of a tile that looks right. */
const SHAPE = 1.8;

/**
 * Lays out `count` tiles on a place of this many pixels, as large as they can be; as many of
 * them as stay readable, if not all do.
 */
export function layoutGrid(count: number, width: number, height: number): Grid {
  const longer = Math.max(width, height);
  const shorter = Math.min(width, height);
  const mostColumns = countFitting(width, Math.max(LEAST.width, longer / PARTS));
  const mostRows = countFitting(height, Math.max(LEAST.height, shorter / PARTS));
  const shown = Math.min(count, mostColumns * mostRows);
  let best = { columns: 1, rows: 1, size: 0 };
  for (let columns = 1; columns <= Math.min(shown, mostColumns); columns++) {
    const rows = Math.ceil(shown / columns);
    // The width of the largest tile of the right shape that fits a cell.
    const size = Math.min(width / columns, (height / rows) * SHAPE);
    if (rows <= mostRows && size > best.size) best = { columns, rows, size };
  }
  return { columns: best.columns, rows: best.rows, shown };
}

function countFitting(space: number, least: number): number {
  return Math.max(1, Math.floor(space / least));
}
