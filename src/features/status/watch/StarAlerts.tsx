import { useQuery } from "@tanstack/react-query";
import { listSipStatuses } from "#api/sip.ts";
import { useMay } from "#common/login.ts";
import {
  accountsQuery,
  STATUS_INTERVAL_MS,
  statusesDelay,
  statusesQuery,
} from "#domain/sip/queries.ts";
import { readPollInterval } from "../pollInterval.ts";
import { useStarAlerts } from "./useStarAlerts.ts";
import { useWatched } from "./watched.ts";

/** Milliseconds after which a page that polls has done so, which restarts this timer. */
const AFTER_PAGE_MS = 1_000;

/** Renders nothing: tells which starred accounts go offline and come back while it is mounted. */
export function StarAlerts({ isWall }: { isWall: boolean }) {
  const hasStars = useWatched().size > 0;
  const mayRead = useMay(listSipStatuses);
  useStarAlerts(isWall);
  return hasStars && mayRead && <Poll />;
}

/**
 * Polls the statuses on the pages that do not, and never more often than the board does. Not mounted
 * without stars: what is observed stays in the cache, however old it is.
 */
function Poll() {
  // Nothing of the answers is shown here.
  const quiet = { notifyOnChangeProps: [] };
  useQuery({ ...accountsQuery(), ...quiet });
  useQuery({
    ...statusesQuery(),
    ...quiet,
    // The next poll is one.
    retry: false,
    refetchInterval: (query) => {
      const every = Math.max(STATUS_INTERVAL_MS, readPollInterval() * 1000);
      return statusesDelay(every, query) + AFTER_PAGE_MS;
    },
  });
  return null;
}
