import { useEffect, useState } from "react";
import { expireDrafts } from "./expireDrafts.ts";
import { type DraftAutosave, createDraftAutosave } from "./autosave.ts";
import type { DraftShape } from "./shape.ts";

/** A draft autosave that flushes before the page or the form goes away. */
export function useDraftAutosave<V extends object>(
  place: string,
  shape: DraftShape<V>,
  of?: unknown,
): DraftAutosave<V> {
  const [autosave] = useState(() => createDraftAutosave(place, shape, of));
  useEffect(expireDrafts, []);
  useEffect(() => {
    const { flush } = autosave;
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [autosave]);
  return autosave;
}
