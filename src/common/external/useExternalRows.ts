import { useInvalidRows } from "#common/invalidRows/useInvalidRows.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { externalNumbersQuery, registrationsQuery } from "./queries.ts";
import { externalJoiner, loginsOf } from "./rows.ts";

const NONE = [] as const;

/** The numbers of other operators, each with its registration; both are looked at again and again. */
export function useExternalRows() {
  const list = useQuery(externalNumbersQuery());
  const logins = useMemo(() => loginsOf(list.data ?? NONE), [list.data]);
  const registrations = useQuery(registrationsQuery(logins));
  const invalidRows = useInvalidRows(externalNumbersQuery().queryKey);
  const invalidRegistrations = useInvalidRows(registrationsQuery(logins).queryKey);
  const [join] = useState(externalJoiner);
  // The list tells too who is registered: where the words could not be read, it may know better.
  const outdated = registrations.isError && registrations.dataUpdatedAt < list.dataUpdatedAt;
  const words = outdated ? undefined : registrations.data;
  const rows = useMemo(() => join(list.data ?? NONE, words ?? NONE), [join, list.data, words]);
  useSettled(rows, list.refetch);
  return { rows, list, registrations, invalidRows, invalidRegistrations };
}

/** A word that the list contradicts may be the newer one: the list is read again, once a word. */
function useSettled(rows: ReturnType<ReturnType<typeof externalJoiner>>, read: () => unknown) {
  const doubts = rows
    .filter(({ state, word }) => state === "unknown" && word !== "")
    .map(({ id, word }) => `${id} ${word}`)
    .join("\n");
  useEffect(() => {
    if (doubts !== "") read();
  }, [doubts, read]);
}
