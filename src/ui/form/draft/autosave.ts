import { draftEra } from "./forget.ts";
import { changedFields, type DraftShape, fingerprint, fittingFields } from "./shape.ts";
import { readDraft, removeDraft, type StoredDraft, writeDraft } from "./storage.ts";

/** Milliseconds after the last change: a keystroke must not wait for the storage. */
const WAIT_MS = 300;
/**
 * Milliseconds after a save has failed: a page that is on its way out fails its requests first, and
 * of those it is not known what became of them.
 */
const SETTLE_MS = 5000;

/** What was found of an earlier visit. */
export interface FoundDraft<V = object> {
  /** When it was typed, in ms since 1970. */
  at: number;
  fields: Partial<V>;
  /** What it changes was itself changed since. */
  changed: boolean;
  /** Something that is kept nowhere must be typed again. */
  omitted: boolean;
  /** It was being saved: whether that was done is not known. */
  sent: boolean;
}

/**
 * Looks for a draft of a place. `of` is what the form is opened with as the server tells it,
 * `base` the same as it stands in the fields. What came true meanwhile is no draft any more.
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

/** Keeps the draft of a place while its form is open; `of` as of `findDraft`. */
export interface DraftAutosave<V> {
  /** Notes what stands in the form, over what it was opened with; written a moment later. */
  keep: (base: V, values: V) => void;
  /** Writes now what waits to be written. */
  flush: () => void;
  /** Notes that a save is under way, or that it no longer is. */
  mark: (sent: boolean) => void;
  forget: () => void;
  /** From here on nothing is kept: the form was left. */
  close: () => void;
}

export function createDraftAutosave<V extends object>(
  place: string,
  shape: DraftShape<V>,
  of?: unknown,
): DraftAutosave<V> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | undefined;
  const era = draftEra();
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
    const write = waiting;
    waiting = undefined;
    if (era === draftEra()) write?.();
  };
  const note = (now: boolean) => {
    flush();
    sent = now;
    const stored = readDraft(place);
    if (stored !== undefined && stored.sent !== now) writeDraft(place, { ...stored, sent: now });
  };
  const forget = () => {
    clearTimeout(timer);
    waiting = undefined;
    removeDraft(place);
  };
  return {
    keep: (opened, values) => {
      if (closed) return;
      clearTimeout(timer);
      waiting = () => {
        const next = changedFields(shape, opened, values);
        if (Object.keys(next.fields).length === 0 && !next.omitted) removeDraft(place);
        // The hour that the notice names is that of a change.
        else if (!unchanged(next)) {
          const base = fingerprint(of === undefined ? opened : of);
          writeDraft(place, { ...next, at: Date.now(), base, sent });
        }
      };
      timer = setTimeout(flush, WAIT_MS);
    },
    flush,
    mark: (now) => {
      clearTimeout(settling);
      if (now || closed) note(now);
      else settling = setTimeout(note, SETTLE_MS, false);
    },
    forget,
    close: () => {
      flush();
      closed = true;
    },
  };
}
