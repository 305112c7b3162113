import * as z from "zod/mini";
import { connectionType, host, source } from "./externalNumbers.ts";
import { done, id, LIMITS, phoneDigits } from "./fields.ts";
import { operation } from "./operation.ts";

/** Where a call can go by itself, or as a CRM's fallback. */
export const PLAIN_TYPES = ["sip", "number", "group", "scenario", "call_queue", "sip_uri"] as const;
export type PlainType = (typeof PLAIN_TYPES)[number];
/** CRMs that decide for each call where it goes. */
export const CRM_TYPES = ["bitrix", "amo", "retail"] as const;
export type CrmType = (typeof CRM_TYPES)[number];
/** `empty`: forwarding is off. */
export type ForwardingType = PlainType | CrmType | "empty";
/** Where a call goes that the CRM did not route; `empty`: nowhere. */
export type FallbackType = PlainType | "empty";

/** `123456789@ext.plusofon.ru`, perhaps with a port; without `sip:`. */
const sipUri = z
  .string()
  .check(
    z.trim(),
    z.maxLength(LIMITS.text.max),
    z.regex(/^[^\s@:;<>"]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$/),
  );
const destination = {
  sip: { sip_id: id },
  number: { destination_number: phoneDigits },
  group: { group_id: id },
  scenario: { scenario_id: id },
  call_queue: { call_queue_id: id },
  // Documented as an integer with an address as the example: we follow the example.
  sip_uri: { destination_uri: sipUri },
} as const;
const shownNumber = z.enum(["Y", "N"]);
const target = { number_type: connectionType, number_id: id };

const plainForwarding = (type: PlainType) =>
  z.strictObject({
    ...target,
    type: z.literal(type),
    cli_type: shownNumber,
    ...destination[type],
  });

// Documented for a CRM: `host`, `type_default` (a code of the same list as `type`, which has
// `empty`) and `cli_type_default`, none of the three marked as required. Our reading: the fallback
// is always named; it takes the field that its type takes elsewhere, though that is described as
// "only for type …"; `empty` takes none and shows no number, as with `type`; and it is never a CRM
// itself, since there is one `host` for both.
const crm = (type: CrmType) => ({
  ...target,
  type: z.literal(type),
  host,
  cli_type: shownNumber,
});
const crmForwarding = (type: CrmType, fallback: PlainType) =>
  z.strictObject({
    ...crm(type),
    type_default: z.literal(fallback),
    cli_type_default: shownNumber,
    ...destination[fallback],
  });
const crmWithoutFallback = (type: CrmType) =>
  z.strictObject({ ...crm(type), type_default: z.literal("empty") });
const noForwarding = z.strictObject({ ...target, type: z.literal("empty") });

/**
 * The ten kinds of forwarding, each with exactly its own field; a CRM also with the fallback for
 * calls that it did not route.
 */
export const forwarding = z.union([
  ...PLAIN_TYPES.map(plainForwarding),
  ...CRM_TYPES.flatMap((type) => PLAIN_TYPES.map((fallback) => crmForwarding(type, fallback))),
  ...CRM_TYPES.map(crmWithoutFallback),
  noForwarding,
]);
export type Forwarding = z.input<typeof forwarding>;

/** A choice that was not made yet: every value is invalid. */
const undecided = z.never();

/**
 * The schema of one kind alone (for a CRM with one fallback): unlike the union it reports errors by
 * field. While the kind or the fallback is not chosen yet, it reports that choice.
 */
export function forwardingSchema(type: ForwardingType | undefined, fallback?: FallbackType) {
  if (type === undefined) return z.strictObject({ ...target, type: undecided });
  if (type === "empty") return noForwarding;
  if (!isCrm(type)) return plainForwarding(type);
  if (fallback === undefined) return z.strictObject({ ...crm(type), type_default: undecided });
  return fallback === "empty" ? crmWithoutFallback(type) : crmForwarding(type, fallback);
}

export function isCrm(type: string | undefined): type is CrmType {
  return CRM_TYPES.some((known) => known === type);
}

/** 16. Sets where calls to a number go. The current setting can't be read back. */
export const followExternalNumber = operation({
  name: "followExternalNumber",
  method: "POST",
  path: "/number/external/follow",
  access: "admin",
  summary: "Set the forwarding of an external number",
  source,
  body: forwarding,
  response: done,
});
