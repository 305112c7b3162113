import type { Store } from "#server/store/store.ts";

const TABLES = ["lease", "looks", "states", "changes", "gaps"] as const;

/** Deletes all that the watch has stored: a new database for each test takes PostgreSQL a second. */
export async function emptyWatch(store: Store): Promise<void> {
  await store.use(async (db) => {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    for (const table of TABLES) await db.deleteFrom(`watch_${table}`).execute();
  });
}
