import { label } from "#api/operation.ts";
import { operations } from "#api/operations.ts";
import type { Office } from "#sandbox/office.ts";
import { type Random, randomFrom } from "#sandbox/random.ts";
import type { Store } from "#server/store/store.ts";
import { beginEntry, completeEntry } from "./journal.ts";
import type { WriteResult } from "./outcome.ts";
import { PEOPLE, type PastChange, tellStory } from "./sandboxStory.ts";
import type { Subject } from "./subject.ts";

const DAYS = 30;
/** How many changes chance makes. */
const CHANGES = 50;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Fills the journal of a sandbox office with a made-up past of 30 days, so that a first visit shows
 * what the journal is for. The same seed makes the same past. Throws `StoreError`.
 */
export async function fillSandboxPast(store: Store, office: Office): Promise<void> {
  const random = randomFrom(office.seed);
  const now = office.now();
  const made = Array.from({ length: CHANGES }, (): PastChange => ({
    at: workingMoment(random, now),
    actor: PEOPLE[random.int(0, PEOPLE.length - 1)] ?? "anna",
    ...makeChange(random, office),
    result: makeResult(random),
  }));
  const ids = new Map<string, number>();
  for (const change of [...made, ...tellStory(office)].sort((one, other) => one.at - other.at)) {
    const { at, actor, operation, subject, batch = null, key, undoes, result = DONE } = change;
    const requestId = random.text(16, "0123456789abcdef");
    const entry = { at, actor, operation: label(operation), subject, requestId, batch };
    const undone = ids.get(undoes ?? "") ?? null;
    // oxlint-disable no-await-in-loop -- in the order of their moments
    const id = await beginEntry(store, { ...entry, undoes: undone });
    await completeEntry(store, id, result, at + random.int(80, 900));
    // oxlint-enable no-await-in-loop
    if (key !== undefined) ids.set(key, id);
  }
}

const DONE: WriteResult = { outcome: "done", message: null };

/** Between nine and six o'clock of one of the last days, and never in the future. */
function workingMoment(random: Random, now: number): number {
  const day = new Date(now - random.int(0, DAYS - 1) * DAY_MS);
  const at = day.setHours(random.int(9, 17), random.int(0, 59), random.int(0, 59));
  return Math.min(at, now - 60_000);
}

function makeResult(random: Random): WriteResult {
  return random.chance(0.05) ? { outcome: "refused", message: "No access" } : DONE;
}

type Made = Pick<PastChange, "operation" | "subject">;

const brief = (one: { id: number; name: string }) => ({ id: one.id, name: one.name });

function makeChange(random: Random, office: Office): Made {
  const accounts = [...office.accounts.values()];
  const account = accounts[random.int(0, accounts.length - 1)];
  if (account === undefined || random.chance(0.15)) return changeVoicemail(random, office);
  const { id, name, number, role, scenarios, activeId } = account;
  const of = (fields: Subject["fields"], before: Subject["before"]): Subject => ({
    kind: "sip",
    id: String(id),
    number: String(number),
    name,
    fields,
    before,
  });
  const active = scenarios.find((one) => one.id === activeId);
  const other = scenarios.find((one) => one.id !== activeId);
  if (active !== undefined && other !== undefined && random.chance(0.6)) {
    const fields = { active_scenario: brief(active) };
    const subject = of(fields, { active_scenario: brief(other) });
    return { operation: operations.activateScenario, subject };
  }
  if (random.chance(0.3)) {
    return { operation: operations.updateSipAccount, subject: of({ password: "***" }, {}) };
  }
  const floor = `${random.int(1, 9)} этаж`;
  return {
    operation: operations.updateSipAccount,
    subject: of({ role: role === "" ? floor : role }, { role: floor }),
  };
}

function changeVoicemail(random: Random, { voicemail }: Office): Made {
  const fields = { ...voicemail };
  const before = random.chance(0.5)
    ? { ...voicemail, send: !voicemail.send }
    : { ...voicemail, email: "reception@office.example" };
  const nobody = { id: null, number: null, name: null };
  return {
    operation: operations.updateVoicemail,
    subject: { kind: "voicemail", ...nobody, fields, before },
  };
}
