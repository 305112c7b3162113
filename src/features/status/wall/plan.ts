import {
  type Area,
  compactTile,
  fullGrid,
  type Grid,
  largeTile,
  layoutGrid,
  roomOf,
} from "./grid.ts";
import { chooseStaying, isOffline, type ItemState } from "./items.ts";

/** Tiles that are on the screen together. */
export interface Page<Item> {
  items: readonly Item[];
  grid: Grid;
  large: boolean;
}

export interface Plan<Item> {
  /** On the screen all the time. */
  staying: Page<Item> | undefined;
  /** The share of the height that it takes. */
  share: number;
  /** They take turns below. */
  pages: readonly Page<Item>[];
}

/** The most that those who come first take of a screen with others on it. */
const MOST = 0.5;
/** Shares of the height that they are given where the others fit into what is left. */
const SHARES = [MOST, 0.42, 0.34];

/**
 * What the wall shows where: what comes first (`orderItems`) in large tiles that stay, the others in
 * compact ones below, which turn their pages if they do not fit. Each item has exactly one tile.
 */
export function planWall<Item extends ItemState>(
  first: readonly Item[],
  others: readonly Item[],
  screen: Area,
): Plan<Item> {
  const large = largeTile(screen);
  const full = fullGrid(screen, large);
  if (first.length === 0)
    return { staying: undefined, share: 0, pages: turnPages(others, screen, screen, false) };
  if (others.length === 0 && first.length <= roomOf(full)) {
    const grid = layoutGrid(first.length, screen, large);
    return { staying: { items: first, grid, large: true }, share: 1, pages: [] };
  }
  const mostRows = Math.max(1, Math.floor(full.rows * MOST));
  const rows = Math.min(Math.ceil(first.length / full.columns), mostRows);
  const { staying, left } = chooseStaying(first, full.columns * rows);
  const offline = left.filter(isOffline);
  const compact = [...left.filter((item) => !isOffline(item)), ...others];
  const least = rows / full.rows;
  const below = (share: number): Area => ({ ...screen, height: screen.height * (1 - share) });
  const isRoomy = (share: number) =>
    share >= least &&
    offline.length === 0 &&
    roomOf(fullGrid(below(share), compactTile(screen))) >= compact.length;
  const share = SHARES.find(isRoomy) ?? least;
  const top = { ...screen, height: screen.height * share };
  return {
    staying: { items: staying, grid: layoutGrid(staying.length, top, large), large: true },
    share,
    pages: [
      ...turnPages(offline, below(share), screen, true),
      ...turnPages(compact, below(share), screen, false),
    ],
  };
}

function turnPages<Item>(
  items: readonly Item[],
  area: Area,
  screen: Area,
  large: boolean,
): Page<Item>[] {
  const tile = large ? largeTile(screen) : compactTile(screen);
  const full = fullGrid(area, tile);
  const room = roomOf(full);
  if (items.length <= room) {
    if (items.length === 0) return [];
    return [{ items, grid: layoutGrid(items.length, area, tile), large }];
  }
  const count = Math.ceil(items.length / room);
  // All pages alike, also the last one: tiles keep their places.
  return Array.from({ length: count }, (_, page) => ({
    items: items.slice(page * room, (page + 1) * room),
    grid: full,
    large,
  }));
}
