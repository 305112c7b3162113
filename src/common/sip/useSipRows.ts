import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { getSipAccount } from "#api/sip.ts";
import { keyOf } from "#common/query.ts";
import { accountsQuery, type CachedAccount, statusesQuery } from "./queries.ts";
import { rowJoiner } from "./rows.ts";

const NONE = [] as const;

/**
 * The accounts of all pages as far as they have come, each with its status; `statusesAsked` says
 * how the statuses are asked for, where it is not the usual way.
 */
export function useSipRows(statusesAsked: ReturnType<typeof statusesQuery> = statusesQuery()) {
  const client = useQueryClient();
  const accounts = useQuery(accountsQuery());
  const statuses = useQuery(statusesAsked);
  const [join] = useState(rowJoiner);
  const items = accounts.data?.items;
  const known = statuses.data?.items;
  const rows = useMemo(
    () => join(items ?? NONE, known ?? NONE, rolesOf(client)),
    [join, items, known, client],
  );
  return { rows, accounts, statuses };
}

/** Descriptions of the accounts that were opened: the list itself does not tell them. */
function rolesOf(client: ReturnType<typeof useQueryClient>): Map<number, string> {
  const opened = client.getQueriesData<CachedAccount>({ queryKey: keyOf(getSipAccount) });
  return new Map(opened.flatMap(([, account]) => (account ? [[account.id, account.role]] : [])));
}
