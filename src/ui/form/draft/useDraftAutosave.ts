import { useEffect, useState } from "react";
import { expireDrafts } from "./expire.ts";
import { type DraftAutosave, createDraftAutosave } from "./autosave.ts";
import type { DraftShape } from "./shape.ts";

/** A keeper that writes what it has before the page, or the form on it, is gone. */
export function useDraftAutosave<V extends object>(
  place: string,
  shape: DraftShape<V>,
  of?: unknown,
): DraftAutosave<V> {
  const [keeper] = useState(() => createDraftAutosave(place, shape, of));
  useEffect(expireDrafts, []);
  useEffect(() => {
    const { flush } = keeper;
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [keeper]);
  return keeper;
}
