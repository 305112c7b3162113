import type { Store } from "#server/store/store.ts";

/** Days for which the history is kept. */
export const KEPT_DAYS = 400;
const DAY_MS = 24 * 60 * 60_000;
/** Rows deleted at once: SQLite does nothing else meanwhile. */
const ROWS_AT_ONCE = 5_000;

/** Deletes what is older than the history is kept. Throws `StoreError`. */
export async function prune(store: Store, now: number): Promise<void> {
  const oldest = now - KEPT_DAYS * DAY_MS;
  await store.use(async (db) => {
    await db.deleteFrom("watch_gaps").where("to_at", "<", oldest).execute();
    await db
      .deleteFrom("watch_states")
      .where("state", "=", "absent")
      .where("since", "<", oldest)
      .execute();
  });
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- in parts, so that others get their turn
    const deleted = await store.use(async (db) => {
      const last = await db
        .selectFrom("watch_changes")
        .select("at")
        .where("at", "<", oldest)
        .orderBy("at")
        .offset(ROWS_AT_ONCE)
        .limit(1)
        .executeTakeFirst();
      await db
        .deleteFrom("watch_changes")
        .where("at", "<", Math.min(oldest, last?.at ?? oldest))
        .execute();
      return last;
    });
    if (deleted === undefined) return;
  }
}
