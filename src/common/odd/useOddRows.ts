import { type QueryClient, type QueryKey, useQuery } from "@tanstack/react-query";
import type { OddRow } from "#api/readAnswer.ts";

const NONE: readonly OddRow[] = [];

/** Beside the query of a list that is cached as the bare answer, without its odd rows. */
const oddKey = (queryKey: QueryKey) => ["oddRows", ...queryKey];

/** Keeps the rows of an answer that can't be read, for those who show it. */
export function keepOdd(client: QueryClient, queryKey: QueryKey, odd: readonly OddRow[]): void {
  client.setQueryData(oddKey(queryKey), odd);
}

/** The rows that can't be read of what a query holds. */
export function useOddRows(queryKey: QueryKey): readonly OddRow[] {
  const { data = NONE } = useQuery<readonly OddRow[]>({
    queryKey: oddKey(queryKey),
    queryFn: () => NONE,
    enabled: false,
  });
  return data;
}
