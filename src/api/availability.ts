import * as z from "zod/mini";
import { readId } from "./fields.ts";
import { operation } from "./operation.ts";

/** A moment in ISO 8601, in UTC. */
const moment = z.iso.datetime();

/** ISO 8601 intervals, `2026-11-23T06:00:00.000Z/2026-11-23T15:00:00.000Z`, with commas between. */
const intervals = z.string().check(
  z.maxLength(4_000),
  z.refine((text) =>
    text.split(",").every((interval) => {
      const ends = interval.split("/");
      return ends.length === 2 && ends.every((end) => moment.safeParse(end).success);
    }),
  ),
);

/** How often each account went offline until now, and how much of the time it was online. */
export const listAvailability = operation({
  name: "listAvailability",
  own: true,
  method: "GET",
  path: "/watch/availability",
  access: "support",
  summary: "How often each account went offline, and how much of the time it was registered",
  source: "Pult",
  query: z.object({
    /** Seven days ago where nothing else is said. */
    from: z.optional(moment),
    /** The times that count for the share, all by default: the server does not know time zones. */
    working: z.optional(intervals),
  }),
  response: z.object({
    items: z.array(
      z.object({
        id: readId,
        /** Also where the moment itself was not seen. */
        drops: z.int(),
        /** From 0 to 1, of the time of which something is known; null where nothing is. */
        share: z.nullable(z.number()),
      }),
    ),
  }),
  rows: "items",
});
export type Availability = z.output<typeof listAvailability.response>["items"][number];
