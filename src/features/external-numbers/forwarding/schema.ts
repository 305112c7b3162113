import type { UseFormReturn } from "react-hook-form";
import * as z from "zod/mini";
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
import { type FormatPhone, phoneForRequest } from "#common/phone.ts";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { typedNumber } from "#ui/form/resolver.ts";

/** Which number is shown: the caller's or the forwarded one; empty while not chosen. */
export type ShownNumber = "Y" | "N" | "";

/**
 * What is typed, as text; empty where nothing is chosen. Names are those of the request, so that
 * errors find their field: a destination typed for one type serves as a fallback as well.
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
  /** Of the CRMs that were chosen before. */
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
/** Of a URL that leads into a CRM only the host is kept: the rest may contain an access key. */
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

/** What is typed or chosen in the form. */
type FieldName = Exclude<keyof ForwardingValues, "hosts">;

/** The values that a request was built from, as they would be typed; empty for turning off. */
export function toValues(body: Forwarding, phone: FormatPhone): ForwardingValues {
  if (body.type === "empty") return EMPTY;
  const fields: Partial<Record<FieldName, string | number>> = body;
  const typed = (field: FieldName) => String(fields[field] ?? "");
  return {
    ...EMPTY,
    type: body.type,
    cli_type: body.cli_type,
    sip_id: typed("sip_id"),
    destination_number: phone(typed("destination_number")),
    group_id: typed("group_id"),
    scenario_id: typed("scenario_id"),
    call_queue_id: typed("call_queue_id"),
    destination_uri: typed("destination_uri"),
    host: typed("host"),
    ...("type_default" in body ? { type_default: body.type_default } : {}),
    ...("cli_type_default" in body ? { cli_type_default: body.cli_type_default } : {}),
  };
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

/**
 * Where calls go by these values, or those that a CRM does not route; undefined where not chosen.
 */
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
 * The request as far as it is chosen, with the chosen type's fields only. `digits` are those of the
 * typed phone number. Unreadable input passes through, to be rejected on its field.
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

/** The schema for these values. */
export function selectSchema({
  type,
  type_default,
}: Pick<ForwardingValues, "type" | "type_default">) {
  return forwardingSchema(type || undefined, type_default || undefined);
}

/** The fields that are missing or invalid. */
export function findMissing(request: unknown, values: ForwardingValues) {
  const { error } = z.safeParse(selectSchema(values), request);
  const wrong = new Set(error?.issues.map(({ path }) => path[0]));
  return visibleFields(values).filter((field) => wrong.has(field));
}

/** People paste the URL of a page as the host. */
export function readHost(typed: string): string {
  return typed
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, "")
    .replace(/[/?#].*$/s, "");
}

/** Such addresses are often written with `sip:`; the provider wants them without. */
export function readUri(typed: string): string {
  return typed.trim().replace(/^sip:(\/\/)?/i, "");
}

/** Fields with error texts of their own. */
export const FIELD_MESSAGES = {
  missing: {
    type: "field.choose",
    cli_type: "field.choose",
    type_default: "field.choose",
    cli_type_default: "field.choose",
  },
  formats: { destination_number: "field.phone" },
} as const;
