import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { scenariosQuery } from "#domain/scenarios/queries.ts";

export type ScenarioSnapshot =
  | { state: "loading" }
  | { state: "none" }
  | { state: "failed"; error: unknown; retry: () => void }
  | { state: "opened"; scenario: SipScenario; version: number };

/**
 * A scenario as it was when its form opened, read again where what is cached is stale: a refresh
 * later must not change what is being edited. `reopen` takes a newer one, on purpose.
 */
export function useScenarioSnapshot(accountId: number, sid: number) {
  const query = useQuery(scenariosQuery(accountId));
  const [snapshot, setSnapshot] = useState<{ scenario: SipScenario; version: number }>();
  const found = query.data?.items.find((scenario) => scenario.id === sid);
  if (snapshot === undefined && found !== undefined && !query.isFetching) {
    setSnapshot({ scenario: found, version: 0 });
  }
  const reopen = (scenario: SipScenario) =>
    setSnapshot((before) => ({ scenario, version: (before?.version ?? 0) + 1 }));
  const opened = (): ScenarioSnapshot => {
    if (snapshot !== undefined) return { state: "opened", ...snapshot };
    if (query.isFetching || found !== undefined) return { state: "loading" };
    if (query.isError) {
      return { state: "failed", error: query.error, retry: () => void query.refetch() };
    }
    return { state: query.data?.complete === true ? "none" : "loading" };
  };
  return { opened: opened(), reopen };
}
