import { type RawBuilder, sql } from "kysely";
import type { Db, Engine } from "#server/store/schema.ts";

/**
 * Milliseconds after which an instance that does not say that it is still there has lost the watch.
 * With `RENEW_MS` another one takes over within 15 seconds.
 */
export const LEASE_MS = 10_000;
/** Milliseconds between two renewals, and between two attempts of the others. */
export const RENEW_MS = 3_000;

/** The database's clock in milliseconds since 1970: those of several machines differ. */
const now: Record<Engine, RawBuilder<number>> = {
  sqlite: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
  postgres: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
};

/**
 * Makes `holder` the one instance that watches, or lets it go on; false while another one does.
 * Within a transaction nobody else can take over before it ends.
 */
export async function takeLease(db: Db, engine: Engine, holder: string): Promise<boolean> {
  const until = sql<number>`${now[engine]} + ${sql.lit(LEASE_MS)}`;
  const { rows } = await sql<{ holder: string }>`
    insert into watch_lease (id, holder, until_at) values (1, ${holder}, ${until})
    on conflict (id) do update set holder = excluded.holder, until_at = excluded.until_at
    where watch_lease.holder = excluded.holder or watch_lease.until_at < ${now[engine]}
    returning holder`.execute(db);
  return rows.length > 0;
}

/** Lets another instance take over at once. */
export async function giveUpLease(db: Db, holder: string): Promise<void> {
  await db.deleteFrom("watch_lease").where("holder", "=", holder).execute();
}
