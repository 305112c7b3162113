import * as z from "zod/mini";
import {
  done,
  id,
  LIMITS,
  phoneInteger,
  readBoolean,
  readId,
  readInt,
  readOptionalText,
  readText,
} from "./fields.ts";
import { operation } from "./operation.ts";

export const source = "External numbers, version of 2025-05-21";

/** The connection type in paths and bodies; the list calls them «АТС» and «SIP-URI». */
export const connectionType = z.enum(["ate", "sipuri"]);
export type ConnectionType = z.output<typeof connectionType>;

const readExternalNumber = z.object({
  /** Documented but missing from the sample: without it the row is read-only. */
  id: z.nullish(readId),
  number: readText,
  source: readOptionalText,
  /** Only for SIP-URI: the address that the other operator must send calls to. */
  host: z.optional(readOptionalText),
  customer_id: z.nullish(readInt),
  type: readText,
  /** Only for «АТС»: whether it is registered. */
  status: z.nullish(z.union([readBoolean, readText])),
});
export type ExternalNumber = z.output<typeof readExternalNumber>;

/** 12. Numbers of other operators. Not paginated. */
export const listExternalNumbers = operation({
  name: "listExternalNumbers",
  method: "GET",
  path: "/number/external",
  access: "support",
  summary: "Numbers of other operators",
  source,
  response: z.object({ external_numbers: z.array(readExternalNumber) }),
  rows: "external_numbers",
});

const registration = z.object({
  login: readText,
  status: readOptionalText,
  /** Has no time zone: shown verbatim. */
  date: readOptionalText,
});
export type Registration = z.output<typeof registration>;

/** 13. Registration of «АТС» connections, by login. A GET with a JSON body. */
export const listExternalStatuses = operation({
  name: "listExternalStatuses",
  method: "GET",
  path: "/number/external/status",
  access: "support",
  summary: "Registration status of external numbers",
  source,
  body: z.object({ logins: z.array(z.string()) }),
  response: z.object({ status: z.array(registration) }),
  rows: "status",
});

export const host = z
  .string()
  .check(z.trim(), z.regex(/^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/));

/** Fields of a SIP-URI connection. */
export const sipUriConnection = z.object({ host, number: phoneInteger });
/** Fields of an «АТС» connection; `secret` is never returned and never kept. */
export const ateConnection = z.object({
  host,
  number: phoneInteger,
  port: z.int().check(z.gte(LIMITS.port.min), z.lte(LIMITS.port.max)),
  login: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.text.max)),
  secret: z.string().check(z.minLength(1), z.maxLength(LIMITS.text.max)),
});
const connection = z.union([ateConnection, z.strictObject(sipUriConnection.shape)]);

/** 14. Connects a number (with PUT); which fields it takes depends on the type. */
export const createExternalNumber = operation({
  name: "createExternalNumber",
  method: "PUT",
  path: "/number/external/{type}",
  access: "admin",
  summary: "Connect an external number",
  source,
  params: z.object({ type: connectionType }),
  body: connection,
  response: done,
});

/** 15. Changes a connection; takes the same fields. */
export const updateExternalNumber = operation({
  name: "updateExternalNumber",
  method: "PATCH",
  path: "/number/external/{type}/{id}",
  access: "admin",
  summary: "Change an external number",
  source,
  params: z.object({ type: connectionType, id }),
  body: connection,
  response: done,
});

/** 17. Disconnects a number. */
export const deleteExternalNumber = operation({
  name: "deleteExternalNumber",
  method: "DELETE",
  path: "/number/external/{type}/{id}",
  access: "admin",
  summary: "Disconnect an external number",
  source,
  params: z.object({ type: connectionType, id }),
  response: done,
});
