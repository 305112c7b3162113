import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listAllowedDirections } from "#api/directions.ts";
import { listJournal } from "#api/journal.ts";
import { listRememberedForwarding } from "#api/rememberedForwarding.ts";
import { getSipAccount, listSipAccounts } from "#api/sip.ts";
import { listScenarios } from "#api/sipScenarios.ts";
import { listSwitches, type SwitchSubject, type TimedSwitch } from "#api/switches.ts";
import { withBackoff } from "#common/backoff.ts";
import { invalidate, operationKey, type Stale } from "#common/query.ts";

const POLL_MS = 30_000;
/** The server looks for what is due every few seconds. */
const SOON_MS = 2_000;

/** All switches. As one of them ends, what it has changed is read again. */
export const switchesQuery = () =>
  queryOptions({
    queryKey: operationKey(listSwitches),
    queryFn: async ({ client, queryKey, signal }): Promise<readonly TimedSwitch[]> => {
      const { items } = (await call(listSwitches, {}, { signal })).data;
      const before = client.getQueryData<readonly TimedSwitch[]>(queryKey) ?? [];
      refreshEnded(client, before, items);
      return items;
    },
    staleTime: SOON_MS,
    // Nothing waits for it.
    retry: false,
    refetchInterval: (query) => withBackoff(untilNext(query.state.data, Date.now()), query),
  });

/** Milliseconds until one of them may have ended. */
function untilNext(items: readonly TimedSwitch[] | undefined, now: number): number {
  const moments = (items ?? [])
    .filter(({ ended, trouble }) => ended === null && trouble === null)
    .map(({ until }) => Date.parse(until) - now);
  return Math.max(SOON_MS, Math.min(POLL_MS, ...moments));
}

function refreshEnded(
  client: QueryClient,
  before: readonly TimedSwitch[],
  now: readonly TimedSwitch[],
): void {
  const open = new Set(now.filter(({ ended }) => ended === null).map(({ id }) => id));
  const over = before.filter(({ id, ended }) => ended === null && !open.has(id));
  if (over.length === 0) return;
  void invalidate(client, listJournal, ...over.flatMap(({ subject }) => changedData(subject)));
}

/** What of the cache a switch changes as it is carried out. */
function changedData(subject: SwitchSubject): readonly Stale[] {
  switch (subject.kind) {
    case "scenario": {
      const { account: id } = subject;
      const keys = [operationKey(listScenarios, { id }), operationKey(getSipAccount, { id })];
      return [...keys, listSipAccounts];
    }
    case "direction":
      return [listAllowedDirections];
    case "forwarding":
      return [listRememberedForwarding];
  }
}

export const isOpen = ({ ended }: TimedSwitch) => ended === null;
