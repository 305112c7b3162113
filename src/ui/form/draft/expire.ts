import { PREFIX } from "./forget.ts";

/** Milliseconds that a draft is kept. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** Forgets drafts that are too old to be restored: nobody may come back to their forms. */
export function expireDrafts(): void {
  try {
    const mine = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of mine) {
      if (isOver(sessionStorage.getItem(key) ?? "")) sessionStorage.removeItem(key);
    }
  } catch {
    // The browser forbids its storage: there is nothing in it.
  }
}

function isOver(text: string): boolean {
  try {
    const at = (JSON.parse(text) as { at?: unknown } | null)?.at;
    return typeof at !== "number" || Date.now() - at > KEPT_MS;
  } catch {
    return true;
  }
}
