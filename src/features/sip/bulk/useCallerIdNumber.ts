import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { numbersQuery } from "#domain/numbers/queries.ts";

/** The digits of an office number by its id; undefined where the numbers are not known. */
export function useCallerIdNumber(): (id: number) => string | undefined {
  const { data } = useQuery(numbersQuery());
  return useMemo(() => {
    const numbers = new Map(data?.items.map(({ id, number }) => [id, number]));
    return (id) => numbers.get(id);
  }, [data]);
}
