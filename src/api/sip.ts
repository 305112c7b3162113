import * as z from "zod/mini";
import {
  idParams,
  paginated,
  paging,
  readBoolean,
  readHint,
  readId,
  readInt,
  readOptional,
  readOptionalText,
  readText,
} from "./fields.ts";
import { operation } from "./operation.ts";
import { readEndpoints, readScenario } from "./readScenario.ts";

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
