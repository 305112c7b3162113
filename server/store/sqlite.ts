import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { Kysely, sql, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import Database from "libsql";
import { migrate } from "./migrate.ts";
import type { Db, Engine, Schema } from "./schema.ts";
import type { Connection } from "./store.ts";

/** Milliseconds to wait for another process that writes, such as a second start. The wait blocks. */
const BUSY_MS = 2_000;

/** Names a database that lives in memory only. */
export const IN_MEMORY = ":memory:";

/**
 * Opens the database file, which only this user can read, and migrates it; creates both it and its
 * folder. A committed transaction survives a crash of the machine (`synchronous=FULL`). Throws the
 * errors of libsql and of Node's file system.
 */
export async function openSqlite(file: string): Promise<Connection> {
  if (file !== IN_MEMORY) createPrivately(file);
  const database = new Database(file, { timeout: BUSY_MS });
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: withPreparedStatements(database) }),
    });
    // One transaction around all: another process that starts now waits for it.
    database.exec("BEGIN IMMEDIATE");
    try {
      await migrate(db, "sqlite");
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
    return { db, engine: "sqlite", close: () => db.destroy() };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * SQLite gives the files beside it the same mode and owner. Made by root, as by `user add` before
 * Pult's first start, the file is the folder's owner's: Pult has to write to it.
 */
function createPrivately(file: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isNew = !existsSync(file);
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  if (!isNew || process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(file, uid, gid);
}

/**
 * Runs queries whose commit need not be on the disk: it survives the end of the process, but not of
 * the machine. On PostgreSQL as usual.
 */
export async function withoutWaitingForDisk<T>(
  db: Db,
  engine: Engine,
  queries: (db: Db) => Promise<T>,
): Promise<T> {
  if (engine === "postgres") return queries(db);
  return db.connection().execute(async (one) => {
    await sql`PRAGMA synchronous = NORMAL`.execute(one);
    try {
      return await queries(one);
    } finally {
      await sql`PRAGMA synchronous = FULL`.execute(one);
    }
  });
}

/** As many statements are kept: more than Pult has, though each combination of filters is one. */
const MAX_STATEMENTS = 200;

/** Prepares each statement once: for a short query that takes longer than running it. */
function withPreparedStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare: (text) => {
      // A pragma may be carried out as it is prepared.
      const known = statements.get(text);
      if (known !== undefined) return known;
      const statement = database.prepare(text) as unknown as SqliteStatement;
      if (/^pragma/i.test(text)) return statement;
      if (statements.size >= MAX_STATEMENTS) statements.clear();
      statements.set(text, statement);
      return statement;
    },
    close: () => void database.close(),
  };
}
