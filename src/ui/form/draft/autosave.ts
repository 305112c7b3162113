import { draftGeneration } from "./discardDrafts.ts";
import { changedFields, type DraftShape, fingerprint, fittingFields } from "./shape.ts";
import { readDraft, removeDraft, type StoredDraft, writeDraft } from "./storage.ts";

/** Milliseconds after the last change: a keystroke must not wait for the storage. */
const DEBOUNCE_MS = 300;
/**
 * Milliseconds after a failed save before the draft stops being marked as sent: a page that is being
 * closed fails its requests first, and their outcome is unknown.
 */
const SETTLE_MS = 5000;

/** A draft found from an earlier visit. */
export interface FoundDraft<V = object> {
  /** When it was typed, in ms since 1970. */
  at: number;
  fields: Partial<V>;
  /** The data that it edits has changed since. */
  changed: boolean;
  /** A secret was not stored and must be typed again. */
  omitted: boolean;
  /** It was being saved, with unknown outcome. */
  sent: boolean;
}

/**
 * Finds the stored draft of a place. `of` is the server's data that the form opens with, `base` the
 * same as field values. Fields that equal the saved data by now are not part of the draft.
 */
export function findDraft<V extends object>(
  place: string,
  shape: DraftShape<V>,
  base: V,
  of: unknown = base,
): FoundDraft<V> | undefined {
  const stored = readDraft(place);
  if (stored === undefined) return undefined;
  const { at, omitted, sent } = stored;
  const fields = fittingFields(shape, base, stored.fields);
  const changed = stored.base !== fingerprint(of);
  const any = Object.keys(fields).length > 0;
  if (any || (omitted && !sent)) return { at, fields, changed: any && changed, omitted, sent };
  removeDraft(place);
  return undefined;
}

/** Stores the draft of a place while its form is open. */
export interface DraftAutosave<V> {
  /** Stores how the values differ from those the form opened with, debounced. */
  save: (base: V, values: V) => void;
  /** Writes pending changes at once. */
  flush: () => void;
  /** Marks whether a save is running. */
  setSaving: (sent: boolean) => void;
  discard: () => void;
  /** The form was left: stores nothing from here on. */
  close: () => void;
}

export function createDraftAutosave<V extends object>(
  place: string,
  shape: DraftShape<V>,
  of?: unknown,
): DraftAutosave<V> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pendingWrite: (() => void) | undefined;
  const generation = draftGeneration();
  let settling: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let sent = false;
  const unchanged = (next: Pick<StoredDraft, "fields" | "omitted">) => {
    const now = readDraft(place);
    return (
      now?.omitted === next.omitted && JSON.stringify(now.fields) === JSON.stringify(next.fields)
    );
  };
  const flush = () => {
    clearTimeout(timer);
    const write = pendingWrite;
    pendingWrite = undefined;
    if (generation === draftGeneration()) write?.();
  };
  const setSent = (now: boolean) => {
    flush();
    sent = now;
    const stored = readDraft(place);
    if (stored !== undefined && stored.sent !== now) writeDraft(place, { ...stored, sent: now });
  };
  const discard = () => {
    clearTimeout(timer);
    pendingWrite = undefined;
    removeDraft(place);
  };
  return {
    save: (opened, values) => {
      if (closed) return;
      clearTimeout(timer);
      pendingWrite = () => {
        const next = changedFields(shape, opened, values);
        if (Object.keys(next.fields).length === 0 && !next.omitted) removeDraft(place);
        // An unchanged draft keeps its time: the notice names the time of the last change.
        else if (!unchanged(next)) {
          const base = fingerprint(of === undefined ? opened : of);
          writeDraft(place, { ...next, at: Date.now(), base, sent });
        }
      };
      timer = setTimeout(flush, DEBOUNCE_MS);
    },
    flush,
    setSaving: (now) => {
      clearTimeout(settling);
      if (now || closed) setSent(now);
      else settling = setTimeout(setSent, SETTLE_MS, false);
    },
    discard,
    close: () => {
      flush();
      closed = true;
    },
  };
}
