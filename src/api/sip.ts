import * as z from "zod/mini";
import {
  description,
  done,
  extension,
  id,
  idParams,
  name,
  paginated,
  paging,
  phoneDigits,
  readBoolean,
  readHint,
  readId,
  readInt,
  readOptional,
  readOptionalText,
  readText,
  sequenceRule,
  timeoutSeconds,
} from "./fields.ts";
import { operation } from "./operation.ts";
import { readEndpoints, readScenario } from "./sipScenarios.ts";

const source = "SIP accounts, version of 2023-02-13";

/** The number shown to those whom the account calls (caller ID, АОН). */
export const readCallerId = z.object({
  id: readId,
  number: readText,
  phone_type: readHint,
  owner_type: readHint,
});

export type SipCallerId = z.output<typeof readCallerId>;

const readListedAccount = z.object({
  id: readId,
  name: readText,
  number: readInt,
  kazoo_id: readHint,
  /** False while the platform is still creating the account. */
  finally_created: z._default(readBoolean, true),
  /** Not documented for the list; used if present. */
  role: readHint,
  aon: readOptional(readCallerId),
  active_sip_scenario: readOptional(
    z.object({
      id: readId,
      name: readOptionalText,
      endpoints: readEndpoints,
      /** Not documented for the list; used if present. */
      voicemail: z.optional(readBoolean),
    }),
  ),
});
export type ListedSipAccount = z.output<typeof readListedAccount>;

/** 1. All SIP accounts, paginated. */
export const listSipAccounts = operation({
  name: "listSipAccounts",
  method: "GET",
  path: "/sip",
  access: "wall",
  summary: "SIP accounts of the office",
  source,
  query: paging,
  response: paginated(readListedAccount),
  rows: "data",
  paged: true,
});

const readStatus = z.object({ id: readId, name: readOptionalText, on_line: readBoolean });
export type SipStatus = z.output<typeof readStatus>;

/** 2. Who is registered right now. */
export const listSipStatuses = operation({
  name: "listSipStatuses",
  method: "GET",
  path: "/sip/statuses",
  access: "wall",
  summary: "Registration status of every SIP account",
  source,
  query: paging,
  response: paginated(readStatus),
  rows: "data",
  paged: true,
  // Less than the shortest interval, 5 s: no poll gets the response of the poll before it.
  shareMs: 4_000,
});

const readAccount = z.object({
  id: readId,
  /** May be empty: the account's page is the place to give it a name. */
  name: readOptionalText,
  /** A secret, present only when requested: never cached, logged or put into an address. */
  password: z.optional(readOptionalText),
  login: readOptionalText,
  role: readOptionalText,
  server: readOptionalText,
  number: readInt,
  finally_created: z._default(readBoolean, true),
  aon: readOptional(readCallerId),
  sip_scenarios: z.pipe(
    z.nullish(z.array(readScenario)),
    z.transform((scenarios) => scenarios ?? []),
  ),
});
export type SipAccount = z.output<typeof readAccount>;

/** 3. One account with its credentials. Not wrapped in `data`. */
export const getSipAccount = operation({
  name: "getSipAccount",
  method: "GET",
  path: "/sip/{id}",
  access: "support",
  summary: "One SIP account with its credentials and scenarios",
  source,
  params: idParams,
  response: readAccount,
  reveals: "password",
  rows: "sip_scenarios",
});

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
