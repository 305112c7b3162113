import type { QueryClient } from "@tanstack/react-query";
import { scenariosQuery } from "./queries.ts";
import { rememberedScenariosQuery } from "./remembered.ts";

/** Starts reading the scenarios of an account, and what Pult remembers of them. */
export function startScenarios(client: QueryClient, id: number): void {
  void client.prefetchQuery(scenariosQuery(id));
  void client.prefetchQuery(rememberedScenariosQuery(id));
}
