/** How the tiles of a wall are laid out. */
export interface Grid {
  columns: number;
  rows: number;
  /** How many tiles are shown; fewer than requested where they would become unreadable. */
  shown: number;
}

/**
 * The minimum share of the screen's longer and shorter side for a tile. On a screen of 1.1 m a tile
 * is then 17 cm wide and its extension 3 cm high, readable from five metres.
 */
const PARTS = 6.5;
/** The minimum size of a tile in pixels, for a small screen close by. */
const LEAST = { width: 128, height: 72 };
/** The preferred ratio of a tile's width to its height. */
const SHAPE = 1.8;

/**
 * Lays out `count` tiles on an area of this many pixels, as large as possible; fewer if not all of
 * them would stay readable.
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
    // The width of the largest tile of the preferred ratio that fits a cell.
    const size = Math.min(width / columns, (height / rows) * SHAPE);
    if (rows <= mostRows && size > best.size) best = { columns, rows, size };
  }
  return { columns: best.columns, rows: best.rows, shown };
}

function countFitting(space: number, least: number): number {
  return Math.max(1, Math.floor(space / least));
}
