import * as z from "zod/mini";
import { ateConnection, type ConnectionType, sipUriConnection } from "#api/externalNumbers.ts";
import type { ExternalRow } from "#common/external/rows.ts";
import { readPhone } from "#common/phone.ts";
import { isAccident, passwordFlaws } from "#common/secrets/flaws.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { requestResolver, typedNumber } from "#ui/form/resolver.ts";
import { isHost } from "./host.ts";

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
async function typedPhone(typed: string): Promise<number | string | undefined> {
  if (typed.trim() === "") return undefined;
  const reading = await readPhone(typed);
  return reading.ok ? Number(reading.digits) : "?";
}

export async function toSipUriRequest({ host, number }: ConnectionValues): Promise<unknown> {
  return { host, number: await typedPhone(number) };
}

export async function toAteRequest(values: ConnectionValues): Promise<unknown> {
  const { login, secret, port } = values;
  return { ...Object(await toSipUriRequest(values)), port: typedNumber(port), login, secret };
}

/** An operator's password is taken as it is, but for what only an accident of pasting puts there. */
const ateForm = z.extend(ateConnection, {
  secret: ateConnection.shape.secret.check(
    z.refine((secret) => !passwordFlaws(secret).some(isAccident)),
  ),
});

/** Checks a form by the request of its kind. */
export const RESOLVERS = {
  ate: requestResolver(ateForm, toAteRequest),
  sipuri: requestResolver(sipUriConnection, toSipUriRequest),
} as const;

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
export function draftOf(row: ExternalRow, kind: ConnectionType): Draft {
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
