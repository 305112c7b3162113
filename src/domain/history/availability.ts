import { queryOptions } from "@tanstack/react-query";
import { type Availability, listAvailability } from "#api/availability.ts";
import { call } from "#api/client.ts";
import { withBackoff } from "#common/backoff.ts";
import { operationKey } from "#common/query.ts";
import { periodStart } from "./periods.ts";
import { midnight, workingIntervals } from "./workingHours.ts";

const EVERY_MS = 5 * 60_000;

/** Drops and share of the working hours of each account, by its id, over the last seven days. */
export const availabilityQuery = () =>
  queryOptions({
    queryKey: operationKey(listAvailability),
    queryFn: async ({ signal }): Promise<readonly Availability[]> => {
      const now = Date.now();
      const from = periodStart("week", now);
      // The same all day for everybody, so that the server answers them together.
      const working = workingIntervals(from, midnight(now, 1))
        .map((interval) => `${iso(interval.from)}/${iso(interval.to)}`)
        .join(",");
      const query = { from: iso(from), ...(working === "" ? {} : { working }) };
      return (await call(listAvailability, { query }, { signal })).data.items;
    },
    staleTime: 60_000,
    retry: false,
    refetchInterval: (query) => withBackoff(EVERY_MS, query),
  });

const iso = (ms: number) => new Date(ms).toISOString();
