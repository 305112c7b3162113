import { useCallback, useEffect, useState } from "react";
import * as z from "zod/mini";
import type { Country } from "#domain/directions/model.ts";
import { paths } from "#paths";
import { findDraft, type FoundDraft } from "#ui/form/draft/autosave.ts";
import { draftShape } from "#ui/form/draft/shape.ts";
import { useDraftAutosave } from "#ui/form/draft/useDraftAutosave.ts";
import type { StagedChanges } from "./plan.ts";

/** Whether each country is to be open, by its id. */
interface StoredChanges {
  open: Record<string, boolean>;
}

const SHAPE = draftShape<StoredChanges>()([], { open: z.record(z.string(), z.boolean()) });
const NONE: StoredChanges = { open: {} };

/** Keeps the staged changes over a reload: restores them once the list of countries is known. */
export function usePersistedChanges(
  staged: StagedChanges,
  setStaged: (staged: StagedChanges) => void,
  countries: readonly Country[],
  complete: boolean,
) {
  const autosave = useDraftAutosave(paths.directions(), SHAPE, null);
  const [found, setFound] = useState<FoundDraft>();
  const [restored, setRestored] = useState(false);
  if (complete && !restored) {
    setRestored(true);
    const draft = findDraft(paths.directions(), SHAPE, NONE, null);
    if (draft !== undefined) {
      const known = new Map(countries.map((country) => [country.id, country]));
      const all = Object.entries(draft.fields.open ?? {});
      const existing = all.flatMap(([id, open]) => {
        const country = known.get(id);
        return country === undefined ? [] : [[id, { open, country }] as const];
      });
      setFound({ ...draft, changed: existing.length < all.length });
      setStaged(new Map(existing));
    }
  }
  if (found !== undefined && staged.size === 0) setFound(undefined);
  useEffect(() => {
    if (!restored) return;
    const open = [...staged].map(([id, change]) => [id, change.open] as const);
    autosave.save(NONE, { open: Object.fromEntries(open) });
  }, [autosave, restored, staged]);
  const forget = useCallback(() => {
    autosave.discard();
    setFound(undefined);
  }, [autosave]);
  return { found, forget, close: autosave.close };
}
