import type { SipRow } from "#common/sip/rows.ts";
import type { Sighting } from "../watch/observe.ts";

/** An account on the board: what the provider says of it and what this browser saw. */
export interface BoardRow {
  id: number;
  account: SipRow;
  /** Since when it is as it is, as far as this browser saw; undefined before the first poll. */
  sighting: Sighting | undefined;
  flapping: boolean;
  /** Whether the person asked to be told when it drops. */
  watched: boolean;
}

export interface Seen {
  sightings: ReadonlyMap<number, Sighting>;
  flapping: ReadonlySet<number>;
}

/** Joins the rows; keeps the objects of those that did not change, so that only the others render. */
export function boardJoiner() {
  let known = new Map<number, BoardRow>();
  return (
    accounts: readonly SipRow[],
    { sightings, flapping }: Seen,
    watched: ReadonlySet<number>,
  ): BoardRow[] => {
    const next: typeof known = new Map();
    const rows = accounts.map((account) => {
      const { id } = account;
      const seen = sightings.get(id);
      const row: BoardRow = {
        id,
        account,
        // What is seen of the state before does not speak of this one.
        sighting: seen?.state === account.state ? seen : undefined,
        flapping: flapping.has(id),
        watched: watched.has(id),
      };
      const old = known.get(id);
      const kept = old !== undefined && same(old, row) ? old : row;
      next.set(id, kept);
      return kept;
    });
    known = next;
    return rows;
  };
}

function same(a: BoardRow, b: BoardRow): boolean {
  return (
    a.account === b.account &&
    a.sighting === b.sighting &&
    a.flapping === b.flapping &&
    a.watched === b.watched
  );
}
