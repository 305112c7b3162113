import { clockTime } from "./clock.ts";
import { GAP_MS, type Observation } from "./observe.ts";
import { lastSnapshotAt } from "./observer.ts";

/** The time up to which a state was observed: its duration does not grow while polls fail. */
export function observedNow({ since }: Observation): number {
  const last = lastSnapshotAt();
  const now = clockTime();
  return Math.max(since, last === undefined ? now : Math.min(now, last + GAP_MS));
}
