import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { mayBeDone } from "#common/errorText.ts";
import {
  type ScenarioBody,
  useCreateScenario,
  useReplaceScenario,
} from "#domain/scenarios/mutations.ts";
import { fetchScenario } from "#domain/scenarios/queries.ts";
import { isWrittenBy, isSameScenario } from "./conflict.ts";

/** Why a scenario was not replaced, though nothing is wrong with the form. */
export type SaveConflict =
  | { kind: "changed"; now: SipScenario }
  | { kind: "gone" }
  | { kind: "unread"; error: unknown };

/** How to save: as usual, over what was changed meanwhile, as a new scenario, or active at once. */
export type SaveMode = "save" | "overwrite" | "saveAsNew" | "saveAndActivate";
/** `told`: what came of it was told already. */
export type Saved = "saved" | "created" | "blocked" | "told";

/**
 * Replaces a scenario unless it is not the one any more that the form was opened with: a PUT
 * replaces all of it, and would drop a colleague's phone without a word.
 */
export function useGuardedReplace(accountId: number, opened: SipScenario) {
  const client = useQueryClient();
  const create = useCreateScenario(accountId);
  const replace = useReplaceScenario(accountId, opened.id);
  const [conflict, setConflict] = useState<SaveConflict>();
  const base = useRef(opened);
  /** Sent without a clear answer: it may be our own change that is found later. */
  const sent = useRef<ScenarioBody>(undefined);

  const findConflict = async (): Promise<SaveConflict | undefined> => {
    try {
      const now = await fetchScenario(client, accountId, opened.id);
      if (now === undefined) return { kind: "gone" };
      const own = sent.current !== undefined && isWrittenBy(now, sent.current);
      return own || isSameScenario(now, base.current) ? undefined : { kind: "changed", now };
    } catch (error) {
      return { kind: "unread", error };
    }
  };
  const save = async (body: ScenarioBody, mode: SaveMode): Promise<Saved> => {
    if (mode === "saveAsNew") {
      await create.mutateAsync(body);
      return "created";
    }
    // What was seen in the notice may be replaced; what changed after that is told again.
    if (mode === "overwrite" && conflict?.kind === "changed") base.current = conflict.now;
    const found = await findConflict();
    setConflict(found);
    if (found !== undefined) return "blocked";
    try {
      await replace.mutateAsync(body);
    } catch (error) {
      if (mayBeDone(error)) sent.current = body;
      throw error;
    }
    return "saved";
  };
  return { conflict, save };
}
