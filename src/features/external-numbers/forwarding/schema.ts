import type { UseFormReturn } from "react-hook-form";
import * as z from "zod/mini";
import { type ConnectionType } from "#api/externalNumbers.ts";
import {
  CRM_TYPES,
  type CrmType,
  type FallbackType,
  type Forwarding,
  forwardingSchema,
  type ForwardingType,
  isCrm,
  PLAIN_TYPES,
  type PlainType,
} from "#api/forwarding.ts";
import { phoneForRequest } from "#common/phone.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { typedNumber } from "#ui/form/resolver.ts";

/** Which number is shown: the caller's or the forwarding one; empty while not chosen. */
export type ShownNumber = "Y" | "N" | "";

/**
 * What is typed, as text; empty where nothing is chosen. Names are those of the request, so that
 * errors find their field: a destination that was typed for one type serves as a fallback as well.
 */
export interface ForwardingValues {
  type: ForwardingType | "";
  sip_id: string;
  destination_number: string;
  group_id: string;
  scenario_id: string;
  call_queue_id: string;
  destination_uri: string;
  /** Of the chosen CRM. */
  host: string;
  /** Of CRMs that were chosen before it. */
  hosts: Partial<Record<CrmType, string>>;
  cli_type: ShownNumber;
  type_default: FallbackType | "";
  cli_type_default: ShownNumber;
}

export type ForwardingForm = UseFormReturn<ForwardingValues, unknown, Forwarding>;

export const EMPTY: ForwardingValues = {
  type: "",
  sip_id: "",
  destination_number: "",
  group_id: "",
  scenario_id: "",
  call_queue_id: "",
  destination_uri: "",
  host: "",
  hosts: {},
  cli_type: "",
  type_default: "",
  cli_type_default: "",
};

const shownNumber = z.enum(["Y", "N", ""]);
/** Of an address that leads into a CRM the host alone is kept: the rest may let one in. */
const bareHost = z.pipe(typedText, z.transform(readHost));

export const DRAFT = draftShape<ForwardingValues>()([], {
  type: z.enum([...PLAIN_TYPES, ...CRM_TYPES, "empty", ""]),
  sip_id: typedText,
  destination_number: typedText,
  group_id: typedText,
  scenario_id: typedText,
  call_queue_id: typedText,
  destination_uri: typedText,
  host: bareHost,
  hosts: z.partialRecord(z.enum(CRM_TYPES), bareHost),
  cli_type: shownNumber,
  type_default: z.enum([...PLAIN_TYPES, "empty", ""]),
  cli_type_default: shownNumber,
});

/** Whether nothing is chosen or typed. */
export function isUntouched(values: ForwardingValues): boolean {
  return Object.values({ ...values, hosts: "" }).every((value) => value === "");
}

/** What is typed or chosen on screen. */
type FieldName = Exclude<keyof ForwardingValues, "hosts">;

/** The number that is forwarded. */
export interface Target {
  number_type: ConnectionType;
  number_id: number;
}

/** The field that a type of destination has. */
export const DESTINATION_FIELDS = {
  sip: "sip_id",
  number: "destination_number",
  group: "group_id",
  scenario: "scenario_id",
  call_queue: "call_queue_id",
  sip_uri: "destination_uri",
} as const satisfies Record<PlainType, FieldName>;

/** Where calls go by these values, or those a CRM has no route for; undefined where not chosen. */
export function getDestination({
  type,
  type_default,
}: Pick<ForwardingValues, "type" | "type_default">): PlainType | undefined {
  const chosen = isCrm(type) ? type_default : type;
  return chosen === "" || chosen === "empty" || isCrm(chosen) ? undefined : chosen;
}

/** The fields that are on screen with these values. */
export function visibleFields(values: ForwardingValues): FieldName[] {
  const { type, type_default } = values;
  if (type === "") return ["type"];
  const destination = getDestination(values);
  const own = destination === undefined ? [] : [DESTINATION_FIELDS[destination]];
  if (!isCrm(type)) return ["type", ...own, "cli_type"];
  const shown =
    type_default === "" || type_default === "empty" ? [] : ["cli_type_default" as const];
  return ["type", "host", "cli_type", "type_default", ...own, ...shown];
}

/**
 * The request as far as it is chosen, with nothing but the fields of the chosen type. `digits` are
 * those of the typed phone number. What can't be read goes on as it is, to be refused in its place.
 */
export function buildRequest(target: Target, values: ForwardingValues, digits: string | undefined) {
  const { type, type_default: fallback } = values;
  if (type === "" || type === "empty") return { ...target, type: type || undefined };
  const destination = getDestination(values);
  const plain = {
    ...target,
    type,
    cli_type: values.cli_type || undefined,
    ...(destination && {
      [DESTINATION_FIELDS[destination]]: readField(destination, values, digits),
    }),
  };
  if (!isCrm(type)) return plain;
  return {
    ...plain,
    host: readHost(values.host),
    type_default: fallback || undefined,
    ...(destination && { cli_type_default: values.cli_type_default || undefined }),
  };
}

function readField(type: PlainType, values: ForwardingValues, digits: string | undefined) {
  const typed = values[DESTINATION_FIELDS[type]].trim();
  if (type === "number") return typed === "" ? "" : (digits ?? "?");
  return type === "sip_uri" ? readUri(typed) : typedNumber(typed);
}

/** As `buildRequest`, after parsing the typed number. */
export async function toRequest(target: Target, values: ForwardingValues): Promise<unknown> {
  const needed = getDestination(values) === "number";
  const typed = values.destination_number.trim();
  return buildRequest(target, values, needed ? await phoneForRequest(typed) : undefined);
}

/** The schema that fits these values. */
export function selectSchema({
  type,
  type_default,
}: Pick<ForwardingValues, "type" | "type_default">) {
  return forwardingSchema(type || undefined, type_default || undefined);
}

/** The fields that are not given yet, or can't be read. */
export function findMissing(request: unknown, values: ForwardingValues) {
  const { error } = z.safeParse(selectSchema(values), request);
  const wrong = new Set(error?.issues.map(({ path }) => path[0]));
  return visibleFields(values).filter((field) => wrong.has(field));
}

/** What people paste for a host: the address of its page. */
export function readHost(typed: string): string {
  return typed
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, "")
    .replace(/[/?#].*$/s, "");
}

/** `sip:` is how such an address is often written; the provider wants it without. */
export function readUri(typed: string): string {
  return typed.trim().replace(/^sip:(\/\/)?/i, "");
}

/** Fields that say in words of their own what is wrong. */
export const FIELD_MESSAGES = {
  missing: {
    type: "field.choose",
    cli_type: "field.choose",
    type_default: "field.choose",
    cli_type_default: "field.choose",
  },
  formats: { destination_number: "field.phone" },
} as const;
