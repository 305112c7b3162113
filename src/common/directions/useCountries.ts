import { useInvalidRows } from "#common/invalidRows/useInvalidRows.ts";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { countriesOf } from "./model.ts";
import { allowedDirectionsQuery, directionsQuery } from "./queries.ts";

const NONE: never[] = [];

/**
 * All countries, each with whether it is open as far as that is known. What is open is given also
 * where the list of all could not be read: it can still be closed.
 */
export function useCountries() {
  const all = useQuery(directionsQuery());
  const allowed = useQuery(allowedDirectionsQuery());
  const invalidAll = useInvalidRows(directionsQuery().queryKey);
  const invalidAllowed = useInvalidRows(allowedDirectionsQuery().queryKey);
  const exist = all.data?.directions;
  const open = allowed.data?.directions;
  const countries = useMemo(() => {
    const unread = invalidAllowed.map(({ number }) => number.replaceAll(/\D/g, ""));
    return countriesOf(exist ?? NONE, open, unread);
  }, [exist, open, invalidAllowed]);
  return { countries, all, allowed, invalidAll, invalidAllowed };
}
