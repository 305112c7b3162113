import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listMedia } from "#api/lookupLists.ts";
import { listQuery } from "#common/query.ts";

/** Recordings of the office, for the greeting. Where it fails, the form takes an id by hand. */
export const mediaQuery = () =>
  queryOptions({
    ...listQuery(listMedia, (query, options) => call(listMedia, { query }, options), 5 * 60_000),
    // No sense in making a person wait for what they can type.
    retry: false,
  });
