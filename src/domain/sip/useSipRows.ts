import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { getSipAccount } from "#api/sip.ts";
import { operationKey } from "#common/query.ts";
import { accountsQuery, type CachedAccount, statusesQuery } from "./queries.ts";
import { createRowJoiner } from "./rows.ts";

const NONE = [] as const;

/**
 * The accounts of all pages loaded so far, each with its status. `statusesOptions` replaces the
 * default query of the statuses.
 */
export function useSipRows(statusesOptions: ReturnType<typeof statusesQuery> = statusesQuery()) {
  const client = useQueryClient();
  const accounts = useQuery(accountsQuery());
  const statuses = useQuery(statusesOptions);
  const [join] = useState(createRowJoiner);
  const items = accounts.data?.items;
  const known = statuses.data?.items;
  const rows = useMemo(
    () => join(items ?? NONE, known ?? NONE, getCachedRoles(client)),
    [join, items, known, client],
  );
  return { rows, accounts, statuses };
}

/** Descriptions of accounts opened before: the list itself does not return them. */
export function getCachedRoles(client: QueryClient): Map<number, string> {
  const opened = client.getQueriesData<CachedAccount>({ queryKey: operationKey(getSipAccount) });
  return new Map(opened.flatMap(([, account]) => (account ? [[account.id, account.role]] : [])));
}
