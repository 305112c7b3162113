import * as z from "zod/mini";
import { done, id, readMap, readOptionalText, readText } from "./fields.ts";
import { operation } from "./operation.ts";

const source = "Directions, version of 2023-02-13";

const readDirection = z.object({
  /** Dial code; several countries may share one. A number here, a string there. */
  code: readText,
  name: readText,
  english_name: readOptionalText,
});

/** The key alone says that a destination is open; the entry itself may be null. */
const readAllowed = z.pipe(
  z.nullable(
    z.object({
      code: readOptionalText,
      name: readOptionalText,
      english_name: readOptionalText,
    }),
  ),
  z.transform((entry) => entry ?? { code: "", name: "", english_name: "" }),
);

/** 23. Allowed destinations, keyed by dial code; an empty map comes as `[]`. */
export const listAllowedDirections = operation({
  name: "listAllowedDirections",
  method: "GET",
  path: "/direction",
  access: "support",
  summary: "Destinations that calls may go to",
  source,
  response: z.object({ directions: readMap(readAllowed) }),
  rows: "directions",
});

/** 24. Opens destinations, by the ids of operation 26. */
export const openDirections = operation({
  name: "openDirections",
  method: "PUT",
  path: "/direction",
  access: "admin",
  summary: "Open destinations",
  source,
  body: z.object({ direction_ids: z.array(id) }),
  response: done,
});

/** 25. Closes destinations, by dial code: every country that shares a code closes with it. */
export const closeDirections = operation({
  name: "closeDirections",
  method: "DELETE",
  path: "/direction",
  access: "admin",
  summary: "Close destinations",
  source,
  body: z.object({ codes: z.array(z.string().check(z.regex(/^\d{1,7}$/))) }),
  response: done,
});

/** 26. Every destination there is. */
export const listDirections = operation({
  name: "listDirections",
  method: "GET",
  path: "/directions",
  access: "support",
  summary: "Every destination that exists",
  source,
  response: z.object({
    directions: z.array(z.extend(readDirection, { id: readText })),
  }),
  rows: "directions",
});
export type Direction = z.output<typeof readDirection> & { id: string };
