import * as z from "zod/mini";
import { ateConnection, type ConnectionType, sipUriConnection } from "#api/externalNumbers.ts";
import { readPhone } from "#common/phone.ts";
import { isPasteError, passwordFlaws } from "#common/secrets/flaws.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { isUnchanged } from "#lib/dialPlan.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { requestResolver, typedNumber } from "#ui/form/resolver.ts";

/** What is typed, as text, for both kinds: so a change of kind loses nothing. */
export interface ConnectionValues {
  host: string;
  number: string;
  port: string;
  login: string;
  secret: string;
}
export type FieldName = keyof ConnectionValues;

/** Most operators take registrations at the port that SIP has by default. */
export const EMPTY: ConnectionValues = {
  host: "",
  number: "",
  port: "5060",
  login: "",
  secret: "",
};

/** What both forms keep. */
export const DRAFT = draftShape<ConnectionValues>()(["secret"], {
  host: typedText,
  number: typedText,
  port: typedText,
  login: typedText,
});

/** The fields of each kind, in their order; the names are those of the request. */
export const FIELDS = {
  ate: ["number", "host", "port", "login", "secret"],
  sipuri: ["number", "host"],
} as const satisfies Record<ConnectionType, readonly FieldName[]>;

/** A number that can't be read goes on as a text, so that the schema refuses it in its place. */
async function typedPhone(typed: string, known: string): Promise<number | string | undefined> {
  if (typed.trim() === "") return undefined;
  if (isUnchanged(typed, known)) return Number(known);
  const reading = await readPhone(typed);
  return reading.ok ? Number(reading.digits) : typed;
}

/** `known` is the number as the provider has it, which goes back as it came. */
export async function toSipUriRequest(
  { host, number }: ConnectionValues,
  known = "",
): Promise<unknown> {
  return { host, number: await typedPhone(number, known) };
}

export async function toAteRequest(values: ConnectionValues, known = ""): Promise<unknown> {
  const { login, secret, port } = values;
  const shared = Object(await toSipUriRequest(values, known));
  return { ...shared, port: typedNumber(port), login, secret };
}

/** An operator's password is taken as it is, but for what only an accident of pasting puts there. */
const ateForm = z.extend(ateConnection, {
  secret: ateConnection.shape.secret.check(
    z.refine((secret) => !passwordFlaws(secret).some(isPasteError)),
  ),
});

/** Checks a form by the request of its kind; `known` is the number as the provider has it. */
export function connectionResolver(kind: ConnectionType, known = "") {
  return kind === "ate"
    ? requestResolver(ateForm, (values: ConnectionValues) => toAteRequest(values, known))
    : requestResolver(sipUriConnection, (values: ConnectionValues) =>
        toSipUriRequest(values, known),
      );
}

/** What an edit form opens with, and what it must ask for again. */
export interface Draft {
  values: ConnectionValues;
  asked: readonly FieldName[];
}

/**
 * The provider takes a connection whole and returns a part of it. What it does not return is
 * asked for again. So is the server where the list names several: the documents call the field
 * "the SIP server" (one), and say nowhere how a list of them is changed, so neither the list nor
 * one picked out of it is sent.
 */
export function toDraft(row: ExternalRow, kind: ConnectionType): Draft {
  const [server = "", ...more] = row.servers;
  const values = {
    host: more.length === 0 && isHost(server) ? server : "",
    number: row.number,
    port: "",
    login: row.login,
    secret: "",
  };
  return { values, asked: FIELDS[kind].filter((field) => values[field] === "") };
}

const { host } = sipUriConnection.shape;

export type HostProblem = "scheme" | "list" | "login" | "ipv6" | "port" | "path" | "letters";

const SIGNS: readonly [HostProblem, RegExp][] = [
  ["scheme", /^[a-z][a-z\d+.-]*:\/\/|^(sips?|https?):/i],
  ["list", /[,;\s]/],
  ["login", /@/],
  ["ipv6", /^\[|:.*:/],
  ["port", /:\d*$/],
  ["path", /[/?#]/],
];

/** Whether a text is a server as the provider takes it: a name or an IPv4 address. */
export function isHost(text: string): boolean {
  return host.safeParse(text).success;
}

/** What to say of a server that the provider would not take; undefined where it would, or nothing is typed. */
export function hostProblem(typed: string): HostProblem | undefined {
  const text = typed.trim();
  if (text === "" || isHost(text)) return undefined;
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? "letters";
}
