import type { SipState } from "#domain/sip/rows.ts";
import type { BoardRow } from "../board/rows.ts";
import type { WallLine } from "./lines.ts";

/** What has a tile: an account, or an external number that has to be registered. */
export type WallItem = ItemState & ({ row: BoardRow } | { line: WallLine });

export interface ItemState {
  key: string;
  /** An external number that lost its registration is offline, as an account is. */
  state: SipState;
  /** In ms since 1970; 0 if unknown. */
  since: number;
  watched: boolean;
}

export const accountItem = (row: BoardRow): WallItem => ({
  key: `sip:${row.id}`,
  state: row.account.state,
  since: row.observation?.since ?? 0,
  watched: row.watched,
  row,
});

export const lineItem = (line: WallLine): WallItem => ({
  key: line.key,
  state: line.state,
  since: line.observation?.since ?? 0,
  watched: false,
  line,
});

/**
 * What comes first: those that are offline, the newest drop first, and those that are watched. Then
 * the others, those whose state is unclear before those that are online. Otherwise they stay in the
 * order in which they come.
 */
export function orderItems<Item extends ItemState>(items: readonly Item[]) {
  const offline = items.filter(isOffline);
  const rest = items.filter((item) => !isOffline(item));
  const newestFirst = offline.sort(
    (a, b) => b.since - a.since || Number(b.watched) - Number(a.watched),
  );
  const others = rest.filter(({ watched }) => !watched);
  return {
    first: [...newestFirst, ...rest.filter(({ watched }) => watched)],
    others: others.sort((a, b) => Number(a.state === "online") - Number(b.state === "online")),
  };
}

export const isOffline = ({ state }: ItemState): boolean => state === "offline";

/**
 * Of what comes first, what stays on the screen while the rest takes turns: the newest drops, and
 * watched ones however long ago, which may take half of the room.
 */
export function chooseStaying<Item extends ItemState>(first: readonly Item[], room: number) {
  const watched = first.filter((item) => item.watched).slice(0, Math.floor(room / 2));
  const chosen = new Set(watched);
  for (const item of first) {
    if (chosen.size >= room) break;
    chosen.add(item);
  }
  return {
    staying: first.filter((item) => chosen.has(item)),
    left: first.filter((item) => !chosen.has(item)),
  };
}
