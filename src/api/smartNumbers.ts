import * as z from "zod/mini";
import {
  description,
  done,
  id,
  idParams,
  paginated,
  paging,
  phoneDigits,
  readId,
  readInt,
  readOptionalText,
} from "./fields.ts";
import { operation } from "./operation.ts";

const source = "Smart numbers";

const readSmartNumber = z.object({
  id: readId,
  user_id: readInt,
  /** Outgoing number. */
  phoneA: readOptionalText,
  /** Destination. */
  phoneB: readOptionalText,
  /** The smart number itself. */
  phoneX: readOptionalText,
  description: readOptionalText,
  /** Has no time zone: shown verbatim. */
  created_at: readOptionalText,
});
export type SmartNumber = z.output<typeof readSmartNumber>;

/** 18. Smart numbers of one user. A GET with a JSON body; no `success` in the response. */
export const listSmartNumbers = operation({
  name: "listSmartNumbers",
  method: "GET",
  path: "/smart-numbers",
  access: "support",
  summary: "Smart numbers of a user",
  source,
  query: paging,
  body: z.object({ user_id: id }),
  response: paginated(readSmartNumber),
  rows: "data",
  paged: true,
});

/** 19. Adds a smart number that leads to `phone_b`. */
export const createSmartNumber = operation({
  name: "createSmartNumber",
  method: "POST",
  path: "/smart-numbers",
  access: "admin",
  summary: "Add a smart number",
  source,
  body: z.object({ phone_b: phoneDigits, user_id: id, description: z.optional(description) }),
  response: done,
});

/** 20. Deletes a smart number. */
export const deleteSmartNumber = operation({
  name: "deleteSmartNumber",
  method: "DELETE",
  path: "/smart-numbers/{id}",
  access: "admin",
  summary: "Delete a smart number",
  source,
  params: idParams,
  response: done,
});
