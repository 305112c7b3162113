/** Drafts stand under this and the address of their form. */
export const PREFIX = "pult.draft ";

let era = 0;

/** Changes when all drafts are forgotten: a form of an era before keeps nothing any more. */
export const draftEra = (): number => era;

/** Forgets what was typed and not saved in any form: it was meant for another office. */
export function forgetDrafts(): void {
  era += 1;
  try {
    const mine = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of mine) sessionStorage.removeItem(key);
  } catch {
    // The browser forbids its storage: there is nothing in it.
  }
}
