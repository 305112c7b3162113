import * as z from "zod/mini";
import { call } from "#api/client.ts";
import { isApiError } from "#api/errors.ts";
import type { JournalEntry } from "#api/journal.ts";
import { listRememberedScenarios } from "#api/remembered.ts";
import { getSipAccount, listSipAccounts, type SipAccount } from "#api/sip.ts";
import { updateSipAccount } from "#api/sipChanges.ts";
import { activateScenario, listScenarios } from "#api/sipScenarios.ts";
import { operationKey, type Stale } from "#common/query.ts";
import { parseId, paths } from "#paths";
import { isSame, type NoUndo, noUndo, pick, type UndoPlan, type Values } from "./plan.ts";

/** The fields that the provider returns, and so can be compared and put back. */
const FIELDS = ["name", "number", "role", "aon"] as const;
const body = updateSipAccount.body;

/** An account's fields go back; its password can't, and a caller ID can't be taken off. */
export function undoAccountUpdate(entry: JournalEntry): UndoPlan | NoUndo {
  const id = parseId(entry.object.id);
  const before = entry.before ?? {};
  const changed = Object.keys(entry.fields).filter(
    (key) => !isSame(entry.fields[key], before[key]),
  );
  const restorable = FIELDS.filter(
    (key) =>
      changed.includes(key) &&
      before[key] !== undefined &&
      before[key] !== null &&
      z.safeParse(body.shape[key], before[key]).success,
  );
  if (id === undefined || restorable.length === 0) {
    if (changed.includes("password")) return noUndo("password", editLink(id, "setPassword"));
    if (changed.length === 0) return noUndo("nothing");
    const isUnset = changed.includes("aon") && entry.before !== null;
    return noUndo(isUnset ? "unset" : "incomplete", editLink(id, "editAccount"));
  }
  return {
    can: true,
    kept: changed.filter((key) => !(restorable as readonly string[]).includes(key)),
    read: async () => {
      const account = await readAccount(id);
      if (account === undefined) return undefined;
      const { name, number, role, aon } = account;
      const now = { name, number, role, aon: aon?.id };
      return {
        before: pick(before, restorable),
        left: pick(entry.fields, restorable),
        now: pick(now, restorable),
      };
    },
    write: (keys, { before: values }, headers) =>
      call(updateSipAccount, { params: { id }, body: pick(values, keys) }, { headers }),
    stale: [operationKey(getSipAccount, { id }), listSipAccounts],
  };
}

/** The scenario that was active before becomes active again, if it still exists. */
export function undoActivation(entry: JournalEntry): UndoPlan | NoUndo {
  const id = parseId(entry.object.id);
  const left = activeId(entry.fields);
  const before = activeId(entry.before ?? {});
  if (id === undefined || left === undefined) return noUndo("incomplete");
  if (before === undefined) return noUndo("unset", accountLink(id));
  if (before === left) return noUndo("nothing");
  return {
    can: true,
    kept: [],
    read: async () => {
      const scenarios = (await readAccount(id))?.sip_scenarios ?? [];
      // By their names of today.
      const named = (sid: number) => scenarios.filter((one) => one.id === sid).map(brief)[0];
      const wanted = named(before);
      if (wanted === undefined) return undefined;
      const now = scenarios.filter((one) => one.active).map(brief);
      return {
        before: { active_scenario: wanted },
        left: { active_scenario: named(left) ?? entry.fields["active_scenario"] },
        now: { active_scenario: now.length > 1 ? now : now[0] },
      };
    },
    write: (_, __, headers) => call(activateScenario, { params: { id, sid: before } }, { headers }),
    stale: scenarioData(id),
  };
}

const brief = ({ id, name }: { id: number; name: string }) => ({ id, name });

function activeId(values: Values): number | undefined {
  const active = values["active_scenario"];
  const id =
    typeof active === "object" && active !== null && "id" in active ? active.id : undefined;
  return parseId(String(id));
}

/** Undefined if there is no such account. */
export async function readAccount(id: number): Promise<SipAccount | undefined> {
  try {
    return (await call(getSipAccount, { params: { id } })).data;
  } catch (error) {
    if (isApiError(error) && error.kind === "notFound") return undefined;
    throw error;
  }
}

/** Every query that holds an account's scenarios. */
export const scenarioData = (id: number): readonly Stale[] => [
  operationKey(listScenarios, { id }),
  operationKey(listRememberedScenarios, { id }),
  operationKey(getSipAccount, { id }),
  listSipAccounts,
];

export const accountLink = (id: number) => ({
  text: "openAccount" as const,
  path: paths.sipAccount(id),
});

const editLink = (id: number | undefined, text: "setPassword" | "editAccount") =>
  id === undefined ? undefined : { text, path: paths.sipAccountEdit(id) };
