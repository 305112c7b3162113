import { DRAFT_KEY_PREFIX } from "./discardDrafts.ts";

/** How long a draft is kept, in milliseconds. */
export const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Removes drafts that are too old to be restored, also of forms that are never opened again. */
export function expireDrafts(): void {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(DRAFT_KEY_PREFIX));
    for (const key of keys) {
      if (isExpired(sessionStorage.getItem(key) ?? "")) sessionStorage.removeItem(key);
    }
  } catch {
    // The browser denies storage, so there is nothing in it.
  }
}

function isExpired(text: string): boolean {
  try {
    const at = (JSON.parse(text) as { at?: unknown } | null)?.at;
    return typeof at !== "number" || Date.now() - at > MAX_AGE_MS;
  } catch {
    return true;
  }
}
