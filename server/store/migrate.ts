import { Migrator } from "kysely";
import { migrations } from "./migrations.ts";
import type { Db, Engine } from "./schema.ts";
import { StoreError } from "./storeError.ts";

/**
 * Brings the database to this version's schema. Kysely takes an advisory lock on PostgreSQL;
 * on SQLite the caller holds the transaction. Throws `StoreError` ("newer") for the database of a
 * newer Pult, and otherwise what the engine throws.
 */
export async function migrate(db: Db, engine: Engine): Promise<void> {
  const provider = { getMigrations: async () => migrations(engine) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  const { message } = error as Error;
  // Kysely has no class for it: the database has a migration that this version does not know.
  const isNewer = /previously executed migration .* is missing/.test(message);
  throw isNewer ? new StoreError("newer", { cause: error }) : error;
}
