import * as z from "zod/mini";
import { MAX_AGE_MS } from "./expireDrafts.ts";
import { DRAFT_KEY_PREFIX } from "./discardDrafts.ts";

/** How far the clock may have been set back meanwhile, in milliseconds. */
const CLOCK_MS = 60_000;

const draft = z.object({
  version: z.literal(1),
  at: z.number(),
  base: z.string(),
  fields: z.record(z.string(), z.unknown()),
  omitted: z.boolean(),
  sent: z.boolean(),
});

/** The stored input of an unsaved form. */
export interface StoredDraft {
  /** When it was last changed, in ms since 1970. */
  at: number;
  /** Fingerprint of the data that it edits. */
  base: string;
  /** The changed fields. */
  fields: Record<string, unknown>;
  /** A secret was typed too, which is not stored. */
  omitted: boolean;
  /** It was being saved: the outcome is unknown. */
  sent: boolean;
}

/** The draft of a place; undefined if there is none, or if it is invalid or too old. */
export function readDraft(place: string): StoredDraft | undefined {
  try {
    const text = sessionStorage.getItem(DRAFT_KEY_PREFIX + place);
    if (text === null) return undefined;
    const { data } = z.safeParse(draft, JSON.parse(text));
    const age = Date.now() - (data?.at ?? 0);
    if (data !== undefined && age <= MAX_AGE_MS && age >= -CLOCK_MS) return data;
  } catch {
    // Invalid, or the browser denies storage.
  }
  removeDraft(place);
  return undefined;
}

/** Stores nothing where the storage is full or denied. */
export function writeDraft(place: string, stored: StoredDraft): void {
  try {
    sessionStorage.setItem(DRAFT_KEY_PREFIX + place, JSON.stringify({ version: 1, ...stored }));
  } catch {
    // An older draft would restore outdated input.
    removeDraft(place);
  }
}

export function removeDraft(place: string): void {
  try {
    sessionStorage.removeItem(DRAFT_KEY_PREFIX + place);
  } catch {
    // Then there is no draft.
  }
}
