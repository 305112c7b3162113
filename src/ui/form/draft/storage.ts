import * as z from "zod/mini";
import { KEPT_MS } from "./expire.ts";
import { PREFIX } from "./forget.ts";

/** Milliseconds that a clock may be put back in between. */
const CLOCK_MS = 60_000;

const draft = z.object({
  version: z.literal(1),
  at: z.number(),
  base: z.string(),
  fields: z.record(z.string(), z.unknown()),
  omitted: z.boolean(),
  sent: z.boolean(),
});

/** What is kept of a form that was not saved. */
export interface StoredDraft {
  /** When it was last changed, in ms since 1970. */
  at: number;
  /** Tells what it is a change of (see `fingerprint`). */
  base: string;
  /** What differs from that, by field. */
  fields: Record<string, unknown>;
  /** Something else was typed that is kept nowhere, since it is secret. */
  omitted: boolean;
  /** It was being saved: whether that was done is not known. */
  sent: boolean;
}

/** The draft of a place; undefined where there is none, or none that can be read, or too old a one. */
export function readDraft(place: string): StoredDraft | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + place);
    if (text === null) return undefined;
    const { data } = z.safeParse(draft, JSON.parse(text));
    const age = Date.now() - (data?.at ?? 0);
    if (data !== undefined && age <= KEPT_MS && age >= -CLOCK_MS) return data;
  } catch {
    // Foreign, or the browser forbids its storage.
  }
  removeDraft(place);
  return undefined;
}

/** Where the storage is full or forbidden nothing is kept. */
export function writeDraft(place: string, stored: StoredDraft): void {
  try {
    sessionStorage.setItem(PREFIX + place, JSON.stringify({ version: 1, ...stored }));
  } catch {
    // An older one in its place would bring back what was changed since.
    removeDraft(place);
  }
}

export function removeDraft(place: string): void {
  try {
    sessionStorage.removeItem(PREFIX + place);
  } catch {
    // Then there is none.
  }
}
