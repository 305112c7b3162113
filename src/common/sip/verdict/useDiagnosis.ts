import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Diagnosis, diagnose, type Facts } from "#domain/diagnosis/findings.ts";
import { connectionsTo, lostNumbers } from "#domain/diagnosis/lostNumbers.ts";
import { externalNumbersQuery } from "#domain/externalNumbers/queries.ts";
import { rememberedForwardingQuery } from "#domain/externalNumbers/remembered.ts";
import { historyQuery } from "#domain/history/queries.ts";
import { recentDrops } from "#domain/history/recentDrops.ts";
import { watchedQuery } from "#domain/watched/queries.ts";

/** What the screen knows by itself; the rest is read here. */
type OnScreen = Pick<
  Facts,
  "state" | "statusesUnread" | "active" | "scenariosUnread" | "scenarios" | "flapping"
>;

/** Why an account's phone does not ring, or that it does. Takes the account's id. */
export function useDiagnosis(id: number, onScreen: OnScreen): Diagnosis {
  const drops = useQuery({
    ...historyQuery("sip", id, "day"),
    select: ({ history, at }) => recentDrops(history, at),
  }).data;
  const watched = useQuery({
    ...watchedQuery(),
    select: ({ objects, unreadableSince }) => ({ objects, unreadableSince }),
  }).data;
  const lost = useLostNumbers(id, watched?.objects);
  return diagnose({ ...onScreen, drops, unreadableSince: watched?.unreadableSince, lost });
}

/** The provider is asked for the numbers only where one that leads here is lost. */
function useLostNumbers(id: number, objects: Parameters<typeof lostNumbers>[1]) {
  const { data: remembered } = useQuery(rememberedForwardingQuery());
  const connections = useMemo(() => connectionsTo(id, remembered), [id, remembered]);
  const isAnyLost = lostNumbers(connections, objects, undefined).length > 0;
  const numbers = useQuery({ ...externalNumbersQuery(), enabled: isAnyLost });
  // Without the list, the number is named by its id: better late than twice.
  return isAnyLost && numbers.isLoading ? [] : lostNumbers(connections, objects, numbers.data);
}
