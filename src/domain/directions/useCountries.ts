import { useInvalidRows } from "#common/invalidRows/useInvalidRows.ts";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { joinCountries } from "./model.ts";
import { allowedDirectionsQuery, directionsQuery } from "./queries.ts";

const NONE: never[] = [];

/**
 * All countries, each with whether it is open, if known. If the list of all countries fails to
 * load, the open ones are still listed, to be closed.
 */
export function useCountries() {
  const all = useQuery(directionsQuery());
  const allowed = useQuery(allowedDirectionsQuery());
  const invalidAll = useInvalidRows(directionsQuery().queryKey);
  const invalidAllowed = useInvalidRows(allowedDirectionsQuery().queryKey);
  const directions = all.data?.directions;
  const open = allowed.data?.directions;
  const countries = useMemo(() => {
    const invalidCodes = invalidAllowed.map(({ number }) => number.replaceAll(/\D/g, ""));
    return joinCountries(directions ?? NONE, open, invalidCodes);
  }, [directions, open, invalidAllowed]);
  return { countries, all, allowed, invalidAll, invalidAllowed };
}
