import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { agrees } from "#api/fillScenario.ts";
import { readRule, type SipScenario } from "#api/sipScenarios.ts";
import { mayBeDone } from "#common/errorText.ts";
import { useUndoAction } from "#common/journal/useUndoAction.ts";
import type { SaveResult } from "#common/usePanelForm.tsx";
import {
  type ScenarioBody,
  useCreateScenario,
  useReplaceScenario,
} from "#domain/scenarios/mutations.ts";
import { fetchScenario } from "#domain/scenarios/queries.ts";
import {
  fetchLastSave,
  type LastSave,
  lastSave,
  type ScenarioMemory,
} from "./useScenarioMemory.ts";
import { useText } from "#i18n/texts.ts";

/** Why a scenario was not replaced although the form is valid. */
export type SaveConflict =
  | { kind: "changed"; now: SipScenario; lastSave: LastSave }
  | { kind: "gone" }
  | { kind: "unread"; error: unknown };

/** How to save: normally, over a conflicting change, as a new scenario, or activated at once. */
export type SaveMode = "save" | "overwrite" | "saveAsNew" | "saveAndActivate";

/**
 * Replaces a scenario unless it has changed since the form was opened: a PUT replaces all of it,
 * and would silently drop a phone that a colleague added. What a colleague saved through Pult counts
 * also where the provider does not show it.
 */
export function useGuardedReplace(accountId: number, opened: SipScenario, memory: ScenarioMemory) {
  const t = useText();
  const client = useQueryClient();
  const create = useCreateScenario();
  const replace = useReplaceScenario();
  const findUndo = useUndoAction();
  const [conflict, setConflict] = useState<SaveConflict>();
  const base = useRef({
    scenario: opened,
    lastSave: memory.isFresh ? lastSave(memory.item) : undefined,
  });
  /** The outcome was unknown: a change found later may be our own. */
  const sent = useRef<ScenarioBody>(undefined);

  const findConflict = async (): Promise<SaveConflict | undefined> => {
    try {
      const [now, last] = await Promise.all([
        fetchScenario(client, accountId, opened.id),
        fetchLastSave(client, accountId, opened.id),
      ]);
      if (now === undefined) return { kind: "gone" };
      const own = sent.current !== undefined && isWrittenBy(now, sent.current);
      if (own || isBase(now, last)) return undefined;
      return { kind: "changed", now, lastSave: last };
    } catch (error) {
      return { kind: "unread", error };
    }
  };
  const isBase = (now: SipScenario, last: LastSave) => {
    const { scenario, lastSave: before } = base.current;
    const isSameSave = before === undefined || last === undefined || last === before;
    return isSameSave && isSameScenario(now, scenario);
  };
  const save = async (body: ScenarioBody, mode: SaveMode): Promise<SaveResult> => {
    const { name } = body;
    if (mode === "saveAsNew") {
      const { entry } = await create.mutateAsync({ params: { id: accountId }, body });
      return { message: t("scenarioForm.created", { name }), undo: await findUndo(entry) };
    }
    // What the notice showed may be replaced; a change after that is a new conflict.
    if (mode === "overwrite" && conflict?.kind === "changed") {
      base.current = { scenario: conflict.now, lastSave: conflict.lastSave };
    }
    const found = await findConflict();
    setConflict(found);
    if (found !== undefined) return { blocked: t("scenarioForm.heldLate", { name }) };
    const request = { params: { id: accountId, sid: opened.id }, body };
    const { entry } = await replace.mutateAsync(request).catch((error: unknown) => {
      if (mayBeDone(error)) sent.current = body;
      throw error;
    });
    return { message: t("form.saved"), undo: await findUndo(entry) };
  };
  return { conflict, save };
}

/** What a PUT replaces, as far as the provider shows it. Excludes which scenario is active. */
type ComparedScenario = Omit<SipScenario, "id" | "active">;

/** Whether two readings of a scenario are equal. */
export function isSameScenario(one: ComparedScenario, other: ComparedScenario): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(scenario: ComparedScenario): string {
  const { name, endpoints, sequence_rule: rule, voicemail, voicemail_media_id: media } = scenario;
  const steps = endpoints.map(({ type, timeout, number }) => [type, timeout, number]);
  return JSON.stringify([name.trim(), steps, readRule(rule) ?? rule, voicemail, media]);
}

/** Whether a scenario is what this request would produce, as far as the provider shows it. */
export const isWrittenBy = (scenario: ComparedScenario, body: ScenarioBody): boolean =>
  agrees(scenario, { ...body, phones: body.phones ?? [] });
