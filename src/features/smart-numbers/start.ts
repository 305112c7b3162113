import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "react-router";
import { parseId } from "#paths";
import { smartNumbersQuery } from "#domain/smartNumbers/queries.ts";
import { seenUsers } from "#domain/smartNumbers/users.ts";

/**
 * Starts loading the list of the user in the address. An address without a user gets the last one
 * seen in this browser, so that a shared link shows the same.
 */
export function startSmartNumbers(client: QueryClient, address: URL): Response | null {
  const requestedUser = address.searchParams.get("user");
  const last = seenUsers()[0];
  if (requestedUser === null && last !== undefined) {
    const params = new URLSearchParams(address.search);
    params.set("user", String(last.id));
    return redirect(`${address.pathname}?${params}`);
  }
  const user = parseId(requestedUser);
  if (user !== undefined) void client.prefetchQuery(smartNumbersQuery(user));
  return null;
}
