import { useInvalidRows } from "#common/invalidRows/useInvalidRows.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { externalNumbersQuery, registrationsQuery } from "./queries.ts";
import { createExternalJoiner, collectLogins } from "./rows.ts";

const NONE = [] as const;

/** The numbers of other operators, each with its registration; both are polled. */
export function useExternalRows() {
  const list = useQuery(externalNumbersQuery());
  const logins = useMemo(() => collectLogins(list.data ?? NONE), [list.data]);
  const registrations = useQuery(registrationsQuery(logins));
  const invalidRows = useInvalidRows(externalNumbersQuery().queryKey);
  const invalidRegistrations = useInvalidRows(registrationsQuery(logins).queryKey);
  const [join] = useState(createExternalJoiner);
  // The list has a registration too, which is newer when the registrations failed to refresh.
  const outdated = registrations.isError && registrations.dataUpdatedAt < list.dataUpdatedAt;
  const fresh = outdated ? undefined : registrations.data;
  const rows = useMemo(() => join(list.data ?? NONE, fresh ?? NONE), [join, list.data, fresh]);
  useRefetchWhenUnclear(rows, list.refetch);
  return { rows, list, registrations, invalidRows, invalidRegistrations };
}

/** Where a status text contradicts the list, the list may be stale: refetches it, once per text. */
function useRefetchWhenUnclear(
  rows: ReturnType<ReturnType<typeof createExternalJoiner>>,
  refetch: () => unknown,
) {
  const unclear = rows
    .filter(({ state, providerStatus }) => state === "unknown" && providerStatus !== "")
    .map(({ id, providerStatus }) => `${id} ${providerStatus}`)
    .join("\n");
  useEffect(() => {
    if (unclear !== "") refetch();
  }, [unclear, refetch]);
}
