import { createContext, type RefObject, useContext } from "react";
import type { Country } from "#domain/directions/model.ts";
import type { FoundDraft } from "#ui/form/draft/autosave.ts";
import type { Plan, StagedChanges } from "./plan.ts";

/** The changes that are being gathered on the page and its panels. */
export interface Draft {
  staged: StagedChanges;
  /** What the staged changes come to, by the present lists. */
  plan: Plan;
  countries: readonly Country[];
  /** Those that share a dial code, by the code. */
  sharing: ReadonlyMap<string, readonly Country[]>;
  /** What was restored of an earlier visit. */
  found: FoundDraft | undefined;
  /** Gives up all staged changes, and what is kept of them. */
  discard: () => void;
  /** The page is left on purpose. */
  leave: () => void;
  /** The staged changes are being sent. */
  sending: boolean;
  /** The same of this moment, before React has rendered again. */
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
