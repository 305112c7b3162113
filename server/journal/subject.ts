import * as z from "zod/mini";
import { type JsonObject, isJsonObject } from "#api/errorBody.ts";
import { fillScenario, toScenarioBody } from "#api/fillScenario.ts";
import type { Forwarding } from "#api/forwarding.ts";
import type { JournalKind } from "#api/journal.ts";
import type { Operations } from "#api/operations.ts";
import type { RememberedScenario } from "#api/remembered.ts";
import { readScenario } from "#api/readScenario.ts";
import { redactFailure } from "#proxy/redaction/failure.ts";
import type { ReadUpstream, Write } from "#proxy/write.ts";

/** What a write is about, and its fields with their values from before. */
export interface Subject {
  kind: JournalKind;
  id: string | null;
  /** Extension or phone number. */
  number: string | null;
  name: string | null;
  fields: JsonObject;
  before: JsonObject | null;
}

/** The operations that change something or reveal a secret. */
export type WriteName = {
  [N in keyof Operations]: Operations[N] extends { method: "GET"; reveals?: undefined } ? never : N;
}[keyof Operations];

/** What Pult remembers of what the provider does not return. Throws `StoreError`. */
export interface Recall {
  scenario: (account: string, id: string) => Promise<RememberedScenario | undefined>;
  /** Undefined also where it may have changed since. */
  forwarding: (type: string, id: string) => Promise<Forwarding | undefined>;
}

type Find = (write: Write, read: ReadUpstream, recall: Recall) => Promise<Partial<Subject>>;

const FINDERS: Record<WriteName, { kind: JournalKind; find: Find }> = {
  createSipAccount: { kind: "sip", find: async ({ body }) => named(objectOf(body)) },
  getSipAccount: { kind: "sip", find: findRevealed },
  updateSipAccount: { kind: "sip", find: findAccount },
  deleteSipAccount: { kind: "sip", find: findAccount },
  createScenario: { kind: "sip", find: findScenario },
  replaceScenario: { kind: "sip", find: findScenario },
  activateScenario: { kind: "sip", find: findActivation },
  deleteScenario: { kind: "sip", find: findScenario },
  createExternalNumber: { kind: "external", find: async ({ body }) => named(objectOf(body)) },
  updateExternalNumber: { kind: "external", find: findExternalNumber },
  deleteExternalNumber: { kind: "external", find: findExternalNumber },
  followExternalNumber: { kind: "external", find: findExternalNumber },
  createSmartNumber: {
    kind: "smart",
    find: async ({ body }) => ({ number: textOf(objectOf(body)["phone_b"]) }),
  },
  // Which user it belongs to is not in the request, and the provider lists them by user only.
  deleteSmartNumber: { kind: "smart", find: async () => ({}) },
  updateVoicemail: {
    kind: "voicemail",
    find: async ({ body }, read) => ({
      before: pick(objectOf(await read("getVoicemail")), keysOf(body)),
    }),
  },
  openDirections: { kind: "directions", find: findOpenDirections },
  closeDirections: { kind: "directions", find: findOpenDirections },
};

/**
 * Finds what a write is about by reading it from the provider; what that does not return is
 * recalled. Throws what `read` and `recall` throw: then there are no values from before.
 */
export async function findSubject(
  write: Write,
  read: ReadUpstream,
  recall: Recall,
): Promise<Subject> {
  const found = await FINDERS[write.operation.name as WriteName].find(write, read, recall);
  return { ...requestedSubject(write), ...found };
}

/** What the request alone says about it. */
export function requestedSubject({ operation, params, body, reveals }: Write): Subject {
  const { kind } = FINDERS[operation.name as WriteName];
  const id = textOf(params["id"] ?? objectOf(body)["number_id"]);
  const fields = reveals === undefined ? masked(objectOf(body)) : { [reveals]: "***" };
  return { kind, id, number: null, name: null, fields, before: null };
}

async function findAccount({ params, body }: Write, read: ReadUpstream): Promise<Partial<Subject>> {
  const account = objectOf(await read("getSipAccount", { params: { id: Number(params["id"]) } }));
  const { name, number, role, aon } = account;
  const values = { name, number, role, aon: objectOf(aon)["id"] };
  // A deletion takes all of it.
  const keys = body === undefined ? Object.keys(values) : keysOf(body);
  return { ...named(account), before: pick(values, keys) };
}

async function findRevealed(write: Write, read: ReadUpstream): Promise<Partial<Subject>> {
  const { number, name } = await findAccount(write, read);
  return { number, name };
}

async function findScenario(
  write: Write,
  read: ReadUpstream,
  recall: Recall,
): Promise<Partial<Subject>> {
  const { account, scenarios } = await findScenarios(write, read);
  const { id, sid } = write.params;
  const scenario = scenarios.find((each) => String(each["id"]) === String(sid));
  if (scenario === undefined) return { ...named(account), before: null };
  const shown = z.safeParse(readScenario, scenario);
  if (!shown.success) return { ...named(account), before: scenario };
  const filled = fillScenario(shown.data, await recall.scenario(String(id), String(sid)));
  return { ...named(account), before: { ...scenario, ...toScenarioBody(filled) } };
}

async function findActivation(write: Write, read: ReadUpstream): Promise<Partial<Subject>> {
  const { account, scenarios } = await findScenarios(write, read);
  const chosen = scenarios.find(({ id }) => String(id) === String(write.params["sid"]));
  return {
    ...named(account),
    fields: { active_scenario: brief(chosen) ?? { id: write.params["sid"] } },
    before: { active_scenario: brief(scenarios.find(({ active }) => active === true)) ?? null },
  };
}

const brief = (scenario: JsonObject | undefined) => scenario && pick(scenario, ["id", "name"]);

async function findScenarios({ params }: Write, read: ReadUpstream) {
  const account = objectOf(await read("getSipAccount", { params: { id: Number(params["id"]) } }));
  return { account, scenarios: rowsOf(account["sip_scenarios"]) };
}

async function findExternalNumber(
  { operation, params, body }: Write,
  read: ReadUpstream,
  recall: Recall,
): Promise<Partial<Subject>> {
  const { external_numbers: rows } = objectOf(await read("listExternalNumbers"));
  const wanted = String(params["id"] ?? objectOf(body)["number_id"]);
  const row = rowsOf(rows).find(({ id }) => String(id) === wanted);
  if (row === undefined) return {};
  const number = textOf(row["number"]);
  if (operation.name !== "followExternalNumber") return { number, before: pick(row, VALUES) };
  const before = await recall.forwarding(String(objectOf(body)["number_type"]), wanted);
  return { number, before: before ?? null };
}

const VALUES = ["number", "host", "source", "type"];

async function findOpenDirections(_: Write, read: ReadUpstream): Promise<Partial<Subject>> {
  const { directions } = objectOf(await read("listAllowedDirections"));
  return { before: { open: Object.keys(objectOf(directions)) } };
}

const named = ({ name, number }: JsonObject) => ({ name: textOf(name), number: textOf(number) });

/** Secrets, at any depth, only as `***`: the journal says that they changed. */
function masked(fields: JsonObject): JsonObject {
  try {
    return objectOf(redactFailure(fields));
  } catch {
    // It nests too deep to be searched.
    return {};
  }
}

/** Those of the fields that have a value. */
function pick(values: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]),
  );
}

const keysOf = (body: unknown) => Object.keys(objectOf(body));
const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
const rowsOf = (value: unknown) => (Array.isArray(value) ? value.filter(isJsonObject) : []);

function textOf(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
