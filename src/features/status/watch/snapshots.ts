import type { Query, QueryClient } from "@tanstack/react-query";
import {
  listSipAccounts,
  listSipStatuses,
  type ListedSipAccount,
  type SipStatus,
} from "#api/sip.ts";
import { requestedAt, type Collected, operationKey } from "#common/query.ts";
import { toSipState } from "#domain/sip/rows.ts";
import type { StatusSnapshot, ObservedState } from "./observe.ts";

type Accounts = Collected<ListedSipAccount>;
type Statuses = Collected<SipStatus>;

const ACCOUNTS = operationKey(listSipAccounts);
const STATUSES = operationKey(listSipStatuses);

/**
 * Reports every poll of who is registered: each complete list that arrives, even if nothing
 * changed. Waits for a request for the accounts in flight, because they show who is being created.
 * Returns a function that unsubscribes.
 */
export function subscribeToSnapshots(
  client: QueryClient,
  tell: (snapshot: StatusSnapshot) => void,
): () => void {
  const cache = client.getQueryCache();
  let reported = 0;
  const check = () => {
    const statuses = cache.find<Statuses>({ queryKey: STATUSES, exact: true });
    const accounts = cache.find<Accounts>({ queryKey: ACCOUNTS, exact: true });
    if (statuses?.state.data?.complete !== true) return;
    const at = getSnapshotTime(statuses);
    if (at === reported) return;
    if (accounts?.state.data === undefined) return;
    if (!accounts.state.data.complete && accounts.state.fetchStatus === "fetching") return;
    reported = at;
    tell(buildSnapshot(at, accounts.state.data.items, statuses.state.data.items));
  };
  check();
  return cache.subscribe((event) => {
    if (event.type !== "updated") return;
    const [name] = event.query.queryKey;
    if (name === STATUSES[0] || name === ACCOUNTS[0]) check();
  });
}

/** The time of the request to the provider, in ms since 1970: the only place that computes it. */
function getSnapshotTime(statuses: Query<Statuses>): number {
  return requestedAt(statuses);
}

/** Joins statuses and accounts; an account without a status is in the poll only if it is new. */
export function buildSnapshot(
  at: number,
  accounts: readonly ListedSipAccount[],
  statuses: readonly SipStatus[],
): StatusSnapshot {
  const known = new Map(accounts.map((account) => [account.id, account]));
  const states = new Map<number, ObservedState>();
  for (const { id, on_line } of statuses) {
    const account = known.get(id);
    // Newer than the list of accounts: whether it is being created is unknown.
    if (account === undefined) continue;
    const state = toSipState(account.finally_created, on_line);
    if (state !== "unknown") states.set(id, state);
  }
  for (const { id, finally_created } of accounts) {
    if (!finally_created) states.set(id, "creating");
  }
  return {
    at,
    states,
    who: (id) => ({
      name: known.get(id)?.name ?? "",
      extension: known.get(id)?.number,
    }),
  };
}
