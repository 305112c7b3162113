import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listScenarios } from "#api/sipScenarios.ts";
import { FRESH_MS, listQuery } from "#common/query.ts";

/** All scenarios of one account. */
export const scenariosQuery = (id: number) =>
  queryOptions(
    listQuery(
      listScenarios,
      (query, options) => call(listScenarios, { params: { id }, query }, options),
      FRESH_MS,
      { id },
    ),
  );

/**
 * A scenario as it is right now, read past what is cached; undefined when it is not there.
 * Throws `ApiError` at the first failure.
 */
export async function readScenarioNow(client: QueryClient, id: number, sid: number) {
  const query = scenariosQuery(id);
  // What is under way may have been asked before the change that matters.
  await client.cancelQueries({ queryKey: query.queryKey });
  const options = { ...query, staleTime: 0, retry: false, networkMode: "always" } as const;
  const { items } = await client.fetchQuery(options);
  return items.find((scenario) => scenario.id === sid);
}
