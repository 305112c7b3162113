import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { migrate } from "./migrate.ts";
import type { Schema } from "./schema.ts";
import type { Connection } from "./store.ts";

const LIMITS = {
  max: 10,
  /** Milliseconds to connect, and for one statement: a write to the provider waits for both. */
  connectionTimeoutMillis: 3_000,
  statement_timeout: 5_000,
  query_timeout: 6_000,
};

/** An int8 comes as text, since it may be larger than what a number can hold; ours never is. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

/**
 * Connects to a PostgreSQL server (`postgres://user:password@host/database`) and migrates the
 * database; of several instances that start together one does. Throws the errors of pg.
 */
export async function openPostgres(url: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, types, ...LIMITS });
  // A connection that breaks while nobody uses it: the next query opens another.
  pool.on("error", () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, "postgres");
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, engine: "postgres", close: () => db.destroy() };
}
