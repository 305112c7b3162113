import { type QueryClient, type QueryKey, useQuery } from "@tanstack/react-query";
import type { InvalidRow } from "#api/parseResponse.ts";

const NONE: readonly InvalidRow[] = [];

/** A query beside that of a list: the list's own data leaves its invalid rows out. */
const invalidRowsKey = (queryKey: QueryKey) => ["oddRows", ...queryKey];

/** Stores the invalid rows of a response for the components that show the list. */
export function storeInvalidRows(
  client: QueryClient,
  queryKey: QueryKey,
  invalidRows: readonly InvalidRow[],
): void {
  client.setQueryData(invalidRowsKey(queryKey), invalidRows);
}

/** The invalid rows of a query's data. */
export function useInvalidRows(queryKey: QueryKey): readonly InvalidRow[] {
  const { data = NONE } = useQuery<readonly InvalidRow[]>({
    queryKey: invalidRowsKey(queryKey),
    queryFn: () => NONE,
    enabled: false,
  });
  return data;
}
