/** Storage keys of drafts: this prefix and the address of the form. */
export const DRAFT_KEY_PREFIX = "pult.draft ";

let generation = 0;

/** Changes when all drafts are discarded: forms opened before then store nothing any more. */
export const draftGeneration = (): number => generation;

/** Discards the drafts of all forms: they were meant for another office. */
export function discardDrafts(): void {
  generation += 1;
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(DRAFT_KEY_PREFIX));
    for (const key of keys) sessionStorage.removeItem(key);
  } catch {
    // The browser denies storage, so there is nothing in it.
  }
}
