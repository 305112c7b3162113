import { discardDrafts } from "#ui/form/draft/discardDrafts.ts";
import { DATA_CLEARED_KEY } from "./dataCleared.ts";

/** Our own keys, MUI's colour scheme and the router's scroll positions. */
const OWN_KEYS = /^(pult|mui-|react-router)/;

/** A database that never responds must not block the rest. */
const TIMEOUT_MS = 3000;

function clearStorage(storage: () => Storage): void {
  try {
    for (const key of Object.keys(storage())) if (OWN_KEYS.test(key)) storage().removeItem(key);
  } catch {
    // The browser denies storage, so there is nothing in it.
  }
}

/** Deletes a database; tabs that have it open close their connection (see `openStore`). */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    const done = () => resolve();
    request.addEventListener("success", done);
    request.addEventListener("error", done);
    setTimeout(done, TIMEOUT_MS);
  });
}

async function deleteDatabases(): Promise<void> {
  try {
    const known = await indexedDB.databases();
    const ours = known.flatMap(({ name = "" }) => (OWN_KEYS.test(name) ? [name] : []));
    await Promise.all(ours.map(deleteDatabase));
  } catch {
    // There are none, or the browser denies access to them.
  }
}

/**
 * Deletes everything that this browser stores for Pult: drafts, observed statuses, names, choices.
 * Other tabs reload, so that nothing stays in their memory either.
 */
export async function clearDeviceData(): Promise<void> {
  try {
    localStorage.setItem(DATA_CLEARED_KEY, String(Date.now()));
  } catch {
    // The browser denies storage, so no tab has anything in it.
  }
  // From here on, open forms store no draft.
  discardDrafts();
  clearStorage(() => sessionStorage);
  clearStorage(() => localStorage);
  await deleteDatabases();
}
