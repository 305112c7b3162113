import { queryOptions } from "@tanstack/react-query";
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
