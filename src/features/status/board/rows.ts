import type { Availability } from "#api/availability.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import type { Observation } from "../watch/observe.ts";

/** An account on the board: the provider's data, and since when. */
export interface BoardRow {
  id: number;
  account: SipRow;
  /** Since when it has its state; undefined while nobody has seen it. */
  observation: Observation | undefined;
  flapping: boolean;
  /** Of the last seven days; undefined while it is not known. */
  week: Availability | undefined;
  /** Whether the user watches it, i.e. wants an alert when it drops. */
  watched: boolean;
}

export interface WatchData {
  sightings: ReadonlyMap<number, Observation>;
  flapping: ReadonlySet<number>;
  week: ReadonlyMap<number, Availability>;
}

/** Joins the rows; keeps the objects of those that did not change, so that only the others render. */
export function createBoardJoiner() {
  let known = new Map<number, BoardRow>();
  return (
    accounts: readonly SipRow[],
    { sightings, flapping, week }: WatchData,
    watched: ReadonlySet<number>,
  ): BoardRow[] => {
    const next: typeof known = new Map();
    const rows = accounts.map((account) => {
      const { id } = account;
      const seen = sightings.get(id);
      const row: BoardRow = {
        id,
        account,
        // An observation of the previous state does not apply to this one.
        observation: seen?.state === account.state ? seen : undefined,
        flapping: flapping.has(id),
        // What is being created can't be online yet.
        week: account.state === "creating" ? undefined : week.get(id),
        watched: watched.has(id),
      };
      const old = known.get(id);
      const kept = old !== undefined && isSameRow(old, row) ? old : row;
      next.set(id, kept);
      return kept;
    });
    known = next;
    return rows;
  };
}

function isSameRow(a: BoardRow, b: BoardRow): boolean {
  return (
    a.account === b.account &&
    a.observation === b.observation &&
    a.flapping === b.flapping &&
    a.week === b.week &&
    a.watched === b.watched
  );
}
