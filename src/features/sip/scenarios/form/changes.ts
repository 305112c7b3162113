import type { PhoneRow, ScenarioValues } from "./schema.ts";

/** What one field was and will be; empty where it was unknown, or where there is none. */
export interface FieldChange {
  field: "name" | "sequence_rule" | "sip_timeout" | "voicemail" | "greeting";
  from: string;
  to: string;
}

/** What becomes of a number. Places count from 0. */
export type PhoneChange =
  | { kind: "added" | "removed"; row: PhoneRow }
  | { kind: "changed"; place: number; from: PhoneRow; to: PhoneRow };

export interface Changes {
  fields: readonly FieldChange[];
  phones: readonly PhoneChange[];
  /** Whether the numbers that stay ring in another order. */
  isReordered: boolean;
}

/**
 * What saving would change, so that it can be read before; nothing that was unknown is guessed.
 * `digits` are those of the numbers now, undefined where one can't be read.
 */
export function findChanges(
  before: ScenarioValues,
  now: ScenarioValues,
  digits: readonly (string | undefined)[],
): Changes {
  const pairs: FieldChange[] = [
    { field: "name", from: before.name, to: now.name.trim() },
    { field: "sequence_rule", from: before.sequence_rule, to: now.sequence_rule },
    { field: "sip_timeout", from: before.sip_timeout, to: now.sip_timeout.trim() },
    { field: "voicemail", from: before.voicemail, to: now.voicemail },
    { field: "greeting", from: readGreeting(before), to: readGreeting(now) },
  ];
  // What is still to be given is asked for on its field.
  const fields = pairs.filter(({ from, to }) => from !== to && to !== "");
  return { fields, ...comparePhones(before.phones, now.phones, digits) };
}

/**
 * A row knows the number that it had; those whose number was unknown are told apart by their place
 * among each other.
 */
function comparePhones(
  before: readonly PhoneRow[],
  now: readonly PhoneRow[],
  digits: readonly (string | undefined)[],
) {
  const left = before.map((row, place) => ({ row, place }));
  const phones: PhoneChange[] = [];
  const places: number[] = [];
  for (const [place, to] of now.entries()) {
    const at = left.findIndex(({ row }) => row.known === to.known && isOriginal(to, row));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found === undefined) {
      if (to.number.trim() !== "") phones.push({ kind: "added", row: to });
      continue;
    }
    places.push(found.place);
    if (!isSameRow(found.row, to, digits[place])) {
      phones.push({ kind: "changed", place, from: found.row, to });
    }
  }
  for (const { row } of left) phones.push({ kind: "removed", row });
  const isReordered = places.some((place, index) => place < (places[index - 1] ?? -1));
  return { phones, isReordered };
}

/** A new row knows no number either, but nobody asks for it. */
const isOriginal = (row: PhoneRow, before: PhoneRow) =>
  row.foreign === before.foreign &&
  row.asked === before.asked &&
  (row.known !== "" || row.asked || row.foreign !== "");

function isSameRow(from: PhoneRow, to: PhoneRow, digits: string | undefined): boolean {
  const typed = to.number.trim();
  // A number that is still to be given is no change yet.
  const isSameNumber =
    typed === "" || typed === from.number.trim() || (from.known !== "" && digits === from.known);
  return isSameNumber && from.timeout === to.timeout.trim();
}

function readGreeting({ voicemail, greeting, voicemail_media_id: id }: ScenarioValues): string {
  if (voicemail !== "on") return "";
  return greeting === "own" ? `own ${id}` : greeting;
}
