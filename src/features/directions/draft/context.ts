import { createContext, type RefObject, useContext } from "react";
import type { Country } from "#domain/directions/model.ts";
import type { FoundDraft } from "#ui/form/draft/autosave.ts";
import type { Plan, StagedChanges } from "./plan.ts";

/** The changes that are staged on the page and in its panels. */
export interface Draft {
  staged: StagedChanges;
  /** The plan for the staged changes, by the current lists. */
  plan: Plan;
  countries: readonly Country[];
  /** The countries that share a dial code, by code. */
  sharing: ReadonlyMap<string, readonly Country[]>;
  /** What was restored from an earlier visit. */
  found: FoundDraft | undefined;
  /** Drops all staged changes, and their stored copy. */
  discard: () => void;
  /** The user confirmed leaving the page. */
  leave: () => void;
  /** The staged changes are being sent. */
  sending: boolean;
  /** The same at this moment, before React has rendered again. */
  underWay: RefObject<boolean>;
  setSending: (sending: boolean) => void;
  /** Replaces the staged changes: by others, or by what a function makes of the latest. */
  setStaged: (next: StagedChanges | ((latest: StagedChanges) => StagedChanges)) => void;
}

export const DraftContext = createContext<Draft | undefined>(undefined);

/** The draft of `/directions`; only below its page. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === undefined) throw new Error("There is no draft outside of /directions");
  return draft;
}
