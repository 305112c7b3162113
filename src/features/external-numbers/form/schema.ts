import * as z from "zod/mini";
import { ateConnection, type ConnectionType, sipUriConnection } from "#api/externalNumbers.ts";
import { readPhone } from "#common/phone.ts";
import { isPasteError, passwordFlaws } from "#common/secrets/flaws.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { isUnchanged } from "#lib/dialPlan.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { requestResolver, typedNumber } from "#ui/form/resolver.ts";

/** What is typed, as text, for both kinds, so that changing the kind loses nothing. */
export interface ConnectionValues {
  host: string;
  number: string;
  port: string;
  login: string;
  secret: string;
}
export type FieldName = keyof ConnectionValues;

/** SIP's default port, at which most operators take registrations. */
export const EMPTY: ConnectionValues = {
  host: "",
  number: "",
  port: "5060",
  login: "",
  secret: "",
};

/** The values that both forms hold. */
export const DRAFT = draftShape<ConnectionValues>()(["secret"], {
  host: typedText,
  number: typedText,
  port: typedText,
  login: typedText,
});

/** The fields of each kind, in order; the names are those of the request. */
export const FIELDS = {
  ate: ["number", "host", "port", "login", "secret"],
  sipuri: ["number", "host"],
} as const satisfies Record<ConnectionType, readonly FieldName[]>;

/** An unreadable number passes through as text, so that the schema rejects it on its field. */
async function typedPhone(typed: string, known: string): Promise<number | string | undefined> {
  if (typed.trim() === "") return undefined;
  if (isUnchanged(typed, known)) return Number(known);
  const reading = await readPhone(typed);
  return reading.ok ? Number(reading.digits) : typed;
}

/** `known` is the number as the provider returned it, which is sent back unchanged. */
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

/** An operator's password is taken as it is, except for characters that only come from pasting. */
const ateForm = z.extend(ateConnection, {
  secret: ateConnection.shape.secret.check(
    z.refine((secret) => !passwordFlaws(secret).some(isPasteError)),
  ),
});

/** Validates a form by its kind's request; `known` is the number as the provider returned it. */
export function connectionResolver(kind: ConnectionType, known = "") {
  return kind === "ate"
    ? requestResolver(ateForm, (values: ConnectionValues) => toAteRequest(values, known))
    : requestResolver(sipUriConnection, (values: ConnectionValues) =>
        toSipUriRequest(values, known),
      );
}

/** An edit form's initial values, and what it requires again. */
export interface Draft {
  values: ConnectionValues;
  reentryFields: readonly FieldName[];
}

/**
 * The provider takes a connection whole and returns a part of it. What it does not return is
 * required again. So is the server where the list names several: the documents call the field "the
 * SIP server" (one), and say nowhere how a list of them is changed, so neither the list nor one
 * picked from it is sent.
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
  return { values, reentryFields: FIELDS[kind].filter((field) => values[field] === "") };
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

/** Whether a text is a server in the provider's format: a name or an IPv4 address. */
export function isHost(text: string): boolean {
  return host.safeParse(text).success;
}

/** Why the provider would reject a server; undefined where it would not, or nothing is typed. */
export function hostProblem(typed: string): HostProblem | undefined {
  const text = typed.trim();
  if (text === "" || isHost(text)) return undefined;
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? "letters";
}
