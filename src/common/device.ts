import { forgetDrafts } from "#ui/form/draft/forget.ts";
import { FORGOTTEN } from "./forgotten.ts";

/** Ours in every storage; the rest are MUI's choice of colours and the router's places on pages. */
const OURS = /^(pult|mui-|react-router)/;

/** Milliseconds: a storage that never answers must not hold up the rest. */
const PATIENCE_MS = 3000;

function clear(storage: () => Storage): void {
  try {
    for (const key of Object.keys(storage())) if (OURS.test(key)) storage().removeItem(key);
  } catch {
    // The browser forbids its storage: there is nothing in it.
  }
}

/** Takes away a database of ours; tabs that have it open let go of it (see `openStore`). */
function forgetDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    const done = () => resolve();
    request.addEventListener("success", done);
    request.addEventListener("error", done);
    setTimeout(done, PATIENCE_MS);
  });
}

async function forgetDatabases(): Promise<void> {
  try {
    const known = await indexedDB.databases();
    const ours = known.flatMap(({ name = "" }) => (OURS.test(name) ? [name] : []));
    await Promise.all(ours.map(forgetDatabase));
  } catch {
    // None, or the browser forbids them.
  }
}

/**
 * Forgets all that this browser keeps of Pult, in every tab: what was typed, what was seen of who is
 * online, names, choices. What pages hold in memory goes when they are reloaded.
 */
export async function forgetDevice(): Promise<void> {
  try {
    localStorage.setItem(FORGOTTEN, String(Date.now()));
  } catch {
    // The browser forbids its storage: no tab has anything in it.
  }
  // Forms that are open keep nothing from here on.
  forgetDrafts();
  clear(() => sessionStorage);
  clear(() => localStorage);
  await forgetDatabases();
}
