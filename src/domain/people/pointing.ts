import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { AlertRule } from "#api/alerts.ts";
import { call } from "#api/client.ts";
import { isApiError } from "#api/errors.ts";
import { listJournal } from "#api/journal.ts";
import type { TimedSwitch } from "#api/switches.ts";
import { operationKey } from "#common/query.ts";
import { parseId } from "#paths";
import { accountQuery } from "../sip/queries.ts";
import { rememberedScenariosQuery } from "../scenarios/remembered.ts";
import { isOpen } from "../switches/queries.ts";
import { type Person, scenariosRinging } from "./person.ts";
import { leadsTo } from "./redirect.ts";

/** The open timers that will set something about an account, or lead calls to it. */
export function timersOf(account: number, all: readonly TimedSwitch[]): TimedSwitch[] {
  return all.filter((one) => {
    const { subject } = one;
    if (!isOpen(one) || subject.kind === "direction") return false;
    if (subject.kind === "scenario") return subject.account === account;
    return leadsTo(subject.set, account) || leadsTo(subject.back, account);
  });
}

/** The alert rules that name an account one by one. */
export const rulesNaming = (account: number, rules: readonly AlertRule[]): AlertRule[] =>
  rules.filter(
    ({ condition }) =>
      condition.type !== "unreadable" &&
      condition.kind === "sip" &&
      condition.ids.includes(account),
  );

/** Scenarios of another account that ring a phone. */
export interface SharedPhone {
  person: Person;
  phone: string;
  scenarios: readonly string[];
}

/** Accounts that are looked at for one phone, and entries of the journal that name them. */
const MAX_ACCOUNTS = 10;
const MAX_ENTRIES = 200;
const FRESH_MS = 30_000;

/**
 * Scenarios of other accounts that ring the same phones. The journal knows which accounts ever got
 * one of them through Pult; only those are read.
 */
export const sharedPhonesQuery = (account: number, phones: readonly string[]) =>
  queryOptions({
    queryKey: operationKey(listJournal, { account, phones }),
    queryFn: async ({ client, signal }): Promise<SharedPhone[]> => {
      const found = await Promise.all(
        phones.map((phone) => findShared(client, account, phone, signal)),
      );
      return found.flat();
    },
    enabled: phones.length > 0,
    staleTime: FRESH_MS,
    retry: false,
  });

async function findShared(
  client: QueryClient,
  account: number,
  phone: string,
  signal: AbortSignal,
): Promise<SharedPhone[]> {
  const query = { kind: "sip", search: phone, limit: MAX_ENTRIES } as const;
  const { items } = (await call(listJournal, { query }, { signal })).data;
  const ids = new Set(items.flatMap(({ object }) => parseId(object.id) ?? []));
  ids.delete(account);
  const read = async (id: number): Promise<SharedPhone[]> => {
    try {
      const [other, remembered] = await Promise.all([
        client.fetchQuery({ ...accountQuery(id), staleTime: FRESH_MS, retry: false }),
        client.fetchQuery({ ...rememberedScenariosQuery(id), staleTime: FRESH_MS }),
      ]);
      const scenarios = scenariosRinging({ account: other, remembered }, phone);
      if (scenarios.length === 0) return [];
      const { number, name } = other;
      return [{ person: { id, number, name }, phone, scenarios: scenarios.map((s) => s.name) }];
    } catch (error) {
      // Of one that was deleted since, nothing rings.
      if (isApiError(error) && error.kind === "notFound") return [];
      throw error;
    }
  };
  return (await Promise.all([...ids].slice(0, MAX_ACCOUNTS).map(read))).flat();
}
