import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { type History, readHistory, type WatchedKind } from "#api/history.ts";
import { withBackoff } from "#common/backoff.ts";
import { operationKey } from "#common/query.ts";
import { type Period, periodStart, RECENT_MS } from "./periods.ts";

const EVERY_MS = 60_000;

export interface ReadHistory {
  history: History;
  /** When it was asked for, in ms since 1970. */
  at: number;
}

/** The states of an object over a period that ends now; read again every minute. */
export const historyQuery = (kind: WatchedKind, id: number, period: Period) =>
  queryOptions({
    queryKey: operationKey(readHistory, { kind, id, period }),
    queryFn: async ({ signal }): Promise<ReadHistory> => {
      const at = Date.now();
      // The picture ends with the last look, and so begins a little earlier.
      const from = new Date(periodStart(period, at - RECENT_MS)).toISOString();
      const request = { params: { kind, id }, query: { from } };
      return { history: (await call(readHistory, request, { signal })).data, at };
    },
    refetchInterval: (query) => withBackoff(EVERY_MS, query),
  });
