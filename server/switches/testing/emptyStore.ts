import type { Store } from "#server/store/store.ts";

/** Forgets all switches and what concerns them: a test that shares its store begins so. */
export async function emptyStore(store: Store): Promise<void> {
  const tables = ["switches", "journal", "remembered", "remembered_open", "watch_lease"] as const;
  for (const name of tables) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await store.use((db) => db.deleteFrom(name).execute());
  }
}
