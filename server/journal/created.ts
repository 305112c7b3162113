import { type JsonObject, isJsonObject } from "#api/errorBody.ts";
import { locationId } from "#proxy/locationId.ts";
import type { UpstreamResponse } from "#proxy/upstream.ts";
import type { Write } from "#proxy/write.ts";
import type { Created } from "./journal.ts";
import type { Subject } from "./subject.ts";

/** The operations that create something. */
const CREATIONS = [
  "createSipAccount",
  "createScenario",
  "createExternalNumber",
  "createSmartNumber",
];

/**
 * What a successful response adds to the entry of a creation: the new id. That of a scenario goes
 * into the fields, because the entry's object is its account. Undefined if the response has none.
 */
export function createdBy(
  { operation }: Write,
  { id: known, fields }: Subject,
  response: UpstreamResponse,
): Created | undefined {
  if (!CREATIONS.includes(operation.name)) return undefined;
  const id = createdId(response);
  if (id === undefined) return undefined;
  return known === null ? { objectId: id } : { fields: { ...fields, id: Number(id) } };
}

/** The id of what was created; undefined if the response has none. */
export function createdId({ headers, body }: UpstreamResponse): string | undefined {
  return locationId(headers.location) ?? bodyId(body);
}

function bodyId(body: Buffer): string | undefined {
  const answer = parse(body);
  const id = answer["id"] ?? object(answer["data"])["id"];
  return /^\d{1,16}$/.test(String(id)) ? String(id) : undefined;
}

function parse(body: Buffer): JsonObject {
  try {
    return object(JSON.parse(body.toString("utf8")));
  } catch {
    return {};
  }
}

const object = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
