import type { BoardRow } from "../board/rows.ts";
import { type BoardView, boardView } from "../board/view.ts";

/**
 * Chooses what the wall shows with space for `room` tiles: all accounts of the view if they fit, else
 * those that are not online, the latest drops first. The rest is only counted.
 */
export function chooseTiles(rows: readonly BoardRow[], view: BoardView, room: number) {
  const wanted = boardView.apply(rows, view);
  if (wanted.length <= room) return { tiles: wanted, onlineLeft: 0, troubleLeft: 0 };
  const trouble = wanted.filter(({ account }) => account.state !== "online");
  const latest = boardView.apply(trouble, { ...view, sort: { by: "since", descending: false } });
  const tiles = latest.slice(0, room);
  return {
    tiles,
    onlineLeft: wanted.length - trouble.length,
    troubleLeft: trouble.length - tiles.length,
  };
}
