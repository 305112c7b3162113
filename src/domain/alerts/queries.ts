import { queryOptions } from "@tanstack/react-query";
import { listAlertChannels, listAlertDeliveries, listAlertRules } from "#api/alerts.ts";
import { withBackoff } from "#common/backoff.ts";
import { operationQuery } from "#common/query.ts";

/** While something waits to be sent, and otherwise. */
const WAITING_MS = 3_000;
const USUAL_MS = 10_000;

export const alertRulesQuery = () => operationQuery(listAlertRules, {});

export const alertChannelsQuery = () => operationQuery(listAlertChannels, {});

/** What was sent last; read again soon while something waits. */
export const alertDeliveriesQuery = () =>
  queryOptions({
    ...operationQuery(listAlertDeliveries, {}),
    refetchInterval: (query) => {
      const isWaiting = query.state.data?.items.some(({ state }) => state === "waiting");
      return withBackoff(isWaiting === true ? WAITING_MS : USUAL_MS, query);
    },
  });
