import { forgetDrafts } from "#ui/form/draft/forget.ts";

/** Written when all is forgotten (see `forgetDevice`): other tabs get an event of it. */
export const FORGOTTEN = "pult.forgotten";

/** Forgets what was begun in this tab, and reloads it, once another tab forgets all. */
export function followForgetting(): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== FORGOTTEN || newValue === null) return;
    forgetDrafts();
    location.reload();
  });
}
