/** Width and height in pixels. */
export interface Area {
  width: number;
  height: number;
}

/** The least size of a tile, and the preferred ratio of its width to its height. */
export interface TileSize extends Area {
  shape: number;
}

/** How the tiles of an area are laid out. */
export interface Grid {
  columns: number;
  rows: number;
}

/**
 * Of what comes first. At least such a share of the screen's longer and shorter side: on a
 * screen of 1.1 m a tile is then 20 cm wide and its extension 3 cm high, readable from five metres.
 */
export const largeTile = (screen: Area): TileSize =>
  sizeOf(screen, { parts: [5.5, 5.5], least: [128, 88], shape: 1.8 });

/** Of the others: read by somebody who comes closer. */
export const compactTile = (screen: Area): TileSize =>
  sizeOf(screen, { parts: [9, 14], least: [104, 54], shape: 2.6 });

interface Proportions {
  /** How many fit beside each other on the longer and on the shorter side. */
  parts: readonly [number, number];
  /** Pixels, for a small screen close by. */
  least: readonly [number, number];
  shape: number;
}

function sizeOf({ width, height }: Area, { parts, least, shape }: Proportions): TileSize {
  return {
    width: Math.max(least[0], Math.max(width, height) / parts[0]),
    height: Math.max(least[1], Math.min(width, height) / parts[1]),
    shape,
  };
}

/** As many tiles as fit. */
export function fullGrid(area: Area, tile: TileSize): Grid {
  return {
    columns: countFitting(area.width, tile.width),
    rows: countFitting(area.height, tile.height),
  };
}

export const roomOf = ({ columns, rows }: Grid): number => columns * rows;

/** Lays out `count` tiles as large as possible; `count` is at most the room of the full grid. */
export function layoutGrid(count: number, area: Area, tile: TileSize): Grid {
  const most = fullGrid(area, tile);
  let best = { columns: 1, rows: 1, size: 0 };
  for (let columns = 1; columns <= Math.min(count, most.columns); columns++) {
    const rows = Math.ceil(count / columns);
    // The width of the largest tile of the preferred ratio that fits a cell.
    const size = Math.min(area.width / columns, (area.height / rows) * tile.shape);
    if (rows <= most.rows && size > best.size) best = { columns, rows, size };
  }
  return { columns: best.columns, rows: best.rows };
}

function countFitting(space: number, least: number): number {
  return Math.max(1, Math.floor(space / least));
}
