import { queryOptions } from "@tanstack/react-query";
import { OWN_HEADER } from "#api/ownHeader.ts";

export interface Account {
  id: number;
  name: string;
  number: number;
  aon: { number: string } | null;
  active_sip_scenario: { name: string } | null;
}

/** The first hundred accounts, as the provider returns them. */
export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: async ({ signal }) => {
    const response = await fetch("/api/v1/sip?page=1&limit=100", { headers: OWN_HEADER, signal });
    if (!response.ok) throw new Error(`The accounts could not be read: ${response.status}`);
    const body = (await response.json()) as { data: Account[] };
    return body.data;
  },
});
