import * as z from "zod/mini";
import {
  description,
  done,
  extension,
  id,
  idParams,
  name,
  phoneDigits,
  sequenceRule,
  timeoutSeconds,
} from "./fields.ts";
import { operation } from "./operation.ts";

const source = "SIP accounts, version of 2023-02-13";

/** 4. Creates an account (yes, with PUT); its address is returned in `Location`. */
export const createSipAccount = operation({
  name: "createSipAccount",
  method: "PUT",
  path: "/sip",
  access: "admin",
  summary: "Create a SIP account with its first scenario",
  source,
  body: z.object({
    name,
    number: extension,
    role: z.optional(description),
    aon: z.optional(id),
    sequence_rule: z.optional(sequenceRule),
    sip_timeout: timeoutSeconds,
    phone_number: z.optional(phoneDigits),
    phone_timeout: z.optional(timeoutSeconds),
  }),
  response: done,
  location: true,
});

/** 5. Changes only the given fields. */
export const updateSipAccount = operation({
  name: "updateSipAccount",
  method: "PATCH",
  path: "/sip/{id}",
  access: "admin",
  summary: "Change a SIP account",
  source,
  params: idParams,
  body: z.object({
    name: z.optional(name),
    password: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
    number: z.optional(extension),
    role: z.optional(description),
    aon: z.optional(id),
  }),
  response: done,
});

/** 6. Deletes an account and its scenarios. */
export const deleteSipAccount = operation({
  name: "deleteSipAccount",
  method: "DELETE",
  path: "/sip/{id}",
  access: "admin",
  summary: "Delete a SIP account",
  source,
  params: idParams,
  response: done,
});
