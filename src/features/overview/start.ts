import type { QueryClient } from "@tanstack/react-query";
import { allowedDirectionsQuery, directionsQuery } from "#common/directions/queries.ts";
import { externalNumbersQuery } from "#common/external/queries.ts";
import { voicemailQuery } from "#common/voicemail/queries.ts";

/** Starts what the cards show, each by itself: one that fails holds up no other. */
export function startOverview(client: QueryClient): void {
  void client.prefetchQuery(externalNumbersQuery());
  void client.prefetchQuery(directionsQuery());
  void client.prefetchQuery(allowedDirectionsQuery());
  void client.prefetchQuery(voicemailQuery());
}
