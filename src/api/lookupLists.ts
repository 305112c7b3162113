import * as z from "zod/mini";
import { paginated, paging, readHint, readId, readOptionalText, readText } from "./fields.ts";
import { operation } from "./operation.ts";

/**
 * Read-only lists of other groups of the same API, for pickers. The token may have no right to
 * read them: a form then lets the user type the id.
 */
const source = "Neighbouring lists, documented by the provider elsewhere";

/** Numbers that may be shown as caller ID. */
export const listNumbers = operation({
  name: "listNumbers",
  method: "GET",
  path: "/number",
  access: "support",
  summary: "Phone numbers of the office",
  source,
  query: paging,
  response: paginated(z.object({ id: readId, number: readText, phone_type: readHint })),
  rows: "data",
  paged: true,
});

/** Recordings that may greet a caller in voicemail. */
export const listMedia = operation({
  name: "listMedia",
  method: "GET",
  path: "/media",
  access: "support",
  summary: "Recordings of the office",
  source,
  query: paging,
  response: paginated(z.object({ id: readId, name: readOptionalText })),
  rows: "data",
  paged: true,
});

export const listGroups = operation({
  name: "listGroups",
  method: "GET",
  path: "/groups",
  access: "support",
  summary: "Ring groups",
  source,
  query: paging,
  response: paginated(
    z.object({
      id: readId,
      name: readOptionalText,
      number: z.optional(readOptionalText),
      timeout: z.optional(readOptionalText),
      sequence_rule: z.optional(readOptionalText),
    }),
  ),
  rows: "data",
  paged: true,
});

export const listCallScenarios = operation({
  name: "listCallScenarios",
  method: "GET",
  path: "/scenario",
  access: "support",
  summary: "Scenarios of numbers and menus",
  source,
  query: paging,
  response: paginated(
    z.object({
      id: readId,
      name: readOptionalText,
      type: z.optional(readOptionalText),
      number: z.optional(readOptionalText),
    }),
  ),
  rows: "data",
  paged: true,
});

export const listCallQueues = operation({
  name: "listCallQueues",
  method: "GET",
  path: "/call-queues",
  access: "support",
  summary: "Call queues",
  source,
  query: paging,
  response: paginated(
    z.object({
      id: readId,
      name: readOptionalText,
      login: z.optional(readOptionalText),
      logout: z.optional(readOptionalText),
    }),
  ),
  rows: "data",
  paged: true,
});
