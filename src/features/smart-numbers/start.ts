import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "react-router";
import { parseId } from "#paths";
import { smartNumbersQuery } from "#domain/smartNumbers/queries.ts";
import { seenUsers } from "#domain/smartNumbers/users.ts";

/**
 * Starts the list of the user in the address. An address that names none is completed by the last
 * one seen in this browser, so that it shows the same to whom it is sent.
 */
export function startSmartNumbers(client: QueryClient, address: URL): Response | null {
  const asked = address.searchParams.get("user");
  const last = seenUsers()[0];
  if (asked === null && last !== undefined) {
    const params = new URLSearchParams(address.search);
    params.set("user", String(last.id));
    return redirect(`${address.pathname}?${params}`);
  }
  const user = parseId(asked);
  if (user !== undefined) void client.prefetchQuery(smartNumbersQuery(user));
  return null;
}
