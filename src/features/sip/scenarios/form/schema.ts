import type { FieldPath } from "react-hook-form";
import * as z from "zod/mini";
import { LIMITS } from "#api/fields.ts";
import { fillScenario } from "#api/fillScenario.ts";
import type { RememberedScenario } from "#api/remembered.ts";
import {
  createScenario,
  readRule,
  type Rule,
  type ScenarioEndpoint,
  scenarioPhone,
  type SipScenario,
} from "#api/sipScenarios.ts";
import { type FormatPhone, phoneForRequest } from "#common/phone.ts";
import { isUnchanged } from "#lib/dialPlan.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { typedNumber } from "#ui/form/resolver.ts";

/** One row of the list of phones. Its flags are part of it, so that they move with it. */
export interface PhoneRow {
  /** The provider's type of an endpoint that can't be sent back; empty for a phone. */
  foreign: string;
  number: string;
  /** The number as the provider returned it, or as Pult remembers it; empty where it is unknown. */
  known: string;
  timeout: string;
  /** A phone of the original scenario whose number the provider did not return. */
  asked: boolean;
}

/** What is typed, as text; empty where nothing is chosen. Names are those of the request. */
export interface ScenarioValues {
  name: string;
  sequence_rule: Rule | "";
  sip_timeout: string;
  phones: PhoneRow[];
  voicemail: "on" | "off" | "";
  greeting: "standard" | "own" | "";
  /** Id of a recording. */
  voicemail_media_id: string;
}

/** Parts of a scenario that can't be read back (trap 7), besides the phones' numbers. */
export type Part = "sequence_rule" | "sip_timeout" | "voicemail" | "greeting";

/** A form's initial values, and what the provider did not return. */
export interface Draft {
  values: ScenarioValues;
  unknown: readonly Part[];
  /** The save whose values are filled in for that; undefined where none are. */
  saved?: RememberedScenario | undefined;
}

export const EMPTY: ScenarioValues = {
  name: "",
  sequence_rule: "single",
  sip_timeout: "30",
  phones: [],
  voicemail: "off",
  greeting: "standard",
  voicemail_media_id: "",
};

export const DRAFT = draftShape<ScenarioValues>()([], {
  name: typedText,
  sequence_rule: z.enum(["single", "simultaneous", ""]),
  sip_timeout: typedText,
  phones: z.array(
    z.object({
      foreign: typedText,
      number: typedText,
      known: typedText,
      timeout: typedText,
      asked: z.boolean(),
    }),
  ),
  voicemail: z.enum(["on", "off", ""]),
  greeting: z.enum(["standard", "own", ""]),
  voicemail_media_id: typedText,
});

export const newRow = (): PhoneRow => ({
  foreign: "",
  number: "",
  known: "",
  timeout: "25",
  asked: false,
});

/**
 * A scenario as far as the provider returned it, and Pult remembers it where the two agree. Nothing
 * is guessed and no endpoint is left out.
 */
export function toDraft(
  scenario: SipScenario,
  phone: FormatPhone = (digits) => digits,
  remembered?: RememberedScenario,
): Draft {
  const filled = fillScenario(scenario, remembered);
  const shown = toValues(scenario, phone);
  const values = toValues(filled, phone);
  const parts: readonly Part[] = ["sequence_rule", "sip_timeout", "voicemail", "greeting"];
  return {
    values: {
      ...values,
      // In the same order: what was not returned stays marked when it is filled in.
      phones: values.phones.map((row, index) =>
        Object.assign(row, { asked: shown.phones[index]?.asked === true }),
      ),
    },
    unknown: parts.filter((part) => shown[part] === ""),
    saved: filled === scenario ? undefined : remembered,
  };
}

function toValues(scenario: SipScenario, phone: FormatPhone): ScenarioValues {
  const { name, endpoints, sequence_rule, voicemail, voicemail_media_id: media } = scenario;
  // A request has room for one timeout of the account's own phone: a second one becomes an
  // unsendable row.
  const sip = endpoints.find(({ type }) => type === "sip");
  return {
    name,
    sequence_rule: readRule(sequence_rule) ?? "",
    sip_timeout: sip === undefined ? "" : String(sip.timeout),
    phones: endpoints
      .filter((endpoint) => endpoint !== sip)
      .map((endpoint) => toRow(endpoint, phone)),
    voicemail: toVoicemailValue(voicemail),
    greeting: toGreetingValue(voicemail, media),
    voicemail_media_id: media ? String(media) : "",
  };
}

function toRow({ type, timeout, number }: ScenarioEndpoint, phone: FormatPhone): PhoneRow {
  const known = number?.trim() ?? "";
  return {
    foreign: type === "mob" ? "" : type.trim() || "?",
    number: phone(known),
    known,
    timeout: String(timeout),
    asked: type === "mob" && known === "",
  };
}

function toVoicemailValue(known: boolean | undefined) {
  if (known === undefined) return "";
  return known ? "on" : "off";
}

/** With voicemail off, a missing greeting counts as the standard one: there is nothing to lose. */
function toGreetingValue(voicemail: boolean | undefined, media: number | null | undefined) {
  if (media) return "own";
  return media === null || voicemail === false ? "standard" : "";
}

/** The name of a copy, cut to the limit without cutting a character in two. */
export function cutName(name: string): string {
  let cut = "";
  for (const character of splitCharacters(name)) {
    if (cut.length + character.length > LIMITS.text.max) break;
    cut += character;
  }
  return cut.trim();
}

/** Splits into graphemes; by code points in browsers without a segmenter (Firefox before 125). */
function splitCharacters(text: string): string[] {
  if (!("Segmenter" in Intl)) return Array.from(text);
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

/** How much of what the provider did not return has been filled in. */
export interface MissingFields {
  total: number;
  missing: number;
  /** Phones without a number. */
  phones: number;
}

export function countMissing(values: ScenarioValues, unknown: readonly Part[]): MissingFields {
  const required = values.phones.filter((row) => row.asked);
  // The greeting is required only once voicemail is on.
  const parts = unknown.filter((part) => part !== "greeting" || values.voicemail === "on");
  const phones = required.filter(({ number }) => number.trim() === "").length;
  return {
    total: required.length + parts.length,
    missing: phones + parts.filter((part) => values[part].trim() === "").length,
    phones,
  };
}

/** A row that no request can hold: of an unsupported type, or one too many. */
export const isUnsendable = ({ foreign }: Pick<PhoneRow, "foreign">, index: number): boolean =>
  foreign !== "" || index >= LIMITS.phones.max;

/**
 * The request's own schema plus what it can't express: which rows must go, that a greeting is
 * chosen.
 */
export const scenarioSchema = z.extend(createScenario.body, {
  // At most five phones: the rows beyond show their own error.
  phones: z.array(z.extend(scenarioPhone, { foreign: z.literal("") })),
  greeting: z.enum(["standard", "own"]),
});

/** Fields with error texts of their own. */
export const FIELD_MESSAGES = {
  missing: {
    sequence_rule: "field.choose",
    voicemail: "field.choose",
    greeting: "field.choose",
    number: "field.phoneRow",
  },
  formats: { number: "field.phone", foreign: "field.removeRow" },
} as const;

/** Every row becomes a phone: none is left out, so that the schema rejects what can't be sent. */
export async function toRequest(values: ScenarioValues): Promise<unknown> {
  const voicemail = values.voicemail === "on";
  const greeting = voicemail ? values.greeting : "standard";
  return {
    name: values.name,
    sequence_rule: values.sequence_rule,
    sip_timeout: typedNumber(values.sip_timeout),
    phones: await Promise.all(values.phones.map(toPhone)),
    voicemail: values.voicemail === "" ? undefined : voicemail,
    greeting,
    // Null is rejected: a custom greeting needs a recording.
    voicemail_media_id:
      greeting === "own" ? (typedNumber(values.voicemail_media_id) ?? null) : undefined,
  };
}

/** An unreadable number passes through, so that the schema rejects it on its field. */
async function toPhone(row: PhoneRow, index: number): Promise<unknown> {
  return {
    number: await toNumber(row),
    timeout: typedNumber(row.timeout) ?? null,
    foreign: isUnsendable(row, index) ? row.foreign || "more" : "",
  };
}

async function toNumber({ number, known }: PhoneRow): Promise<string> {
  const typed = number.trim();
  if (typed === "") return typed;
  return isUnchanged(typed, known) ? known : phoneForRequest(typed);
}

/** The fields that are on screen with these values, by the names that a 422 uses. */
export function visibleFields({ phones, voicemail, greeting }: ScenarioValues) {
  const fields: FieldPath<ScenarioValues>[] = ["name", "sequence_rule", "sip_timeout", "voicemail"];
  for (const [index, { foreign }] of phones.entries()) {
    if (foreign === "") fields.push(`phones.${index}.number`, `phones.${index}.timeout`);
  }
  if (voicemail === "on" && greeting === "own") fields.push("voicemail_media_id");
  return fields;
}
