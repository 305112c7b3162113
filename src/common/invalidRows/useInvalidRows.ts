import { type QueryClient, type QueryKey, useQuery } from "@tanstack/react-query";
import type { InvalidRow } from "#api/parseResponse.ts";

const NONE: readonly InvalidRow[] = [];

/** Beside the query of a list that is cached as the bare answer, without its invalid rows. */
const invalidRowsKey = (queryKey: QueryKey) => ["oddRows", ...queryKey];

/** Keeps the rows of an answer that can't be read, for those who show it. */
export function storeInvalidRows(
  client: QueryClient,
  queryKey: QueryKey,
  invalidRows: readonly InvalidRow[],
): void {
  client.setQueryData(invalidRowsKey(queryKey), invalidRows);
}

/** The rows that can't be read of what a query holds. */
export function useInvalidRows(queryKey: QueryKey): readonly InvalidRow[] {
  const { data = NONE } = useQuery<readonly InvalidRow[]>({
    queryKey: invalidRowsKey(queryKey),
    queryFn: () => NONE,
    enabled: false,
  });
  return data;
}
