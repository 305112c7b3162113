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
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import Database from "libsql";
import { migrate } from "./migrate.ts";
import type { Schema } from "./schema.ts";
import type { Connection } from "./store.ts";
import { openWalSync, type WalSync } from "./walSync.ts";

/** Milliseconds to wait for another process that writes, such as a second start. The wait blocks. */
const BUSY_MS = 2_000;

/** Names a database that lives in memory only. */
export const IN_MEMORY = ":memory:";

/**
 * Opens the database file, which only this user can read, and migrates it; creates both it and its
 * folder. A committed transaction survives the end of the process, and about a millisecond later that
 * of the machine (decision 029). Throws the errors of libsql and of Node's file system.
 */
export async function openSqlite(file: string): Promise<Connection> {
  if (file !== IN_MEMORY) createPrivately(file);
  const database = new Database(file, { timeout: BUSY_MS });
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    database.pragma("foreign_keys = ON");
    let wal: WalSync | undefined;
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({
        database: withPreparedStatements(database, () => wal?.request()),
      }),
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
    if (file !== IN_MEMORY) wal = openWalSync(file);
    const close = async () => {
      await wal?.close();
      await db.destroy();
    };
    return { db, engine: "sqlite", close };
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

/** As many statements are kept: more than Pult has, though each combination of filters is one. */
const MAX_STATEMENTS = 200;

/**
 * Prepares each statement once: for a short query that takes longer than running it. Calls
 * `beforeWrite` before each that changes something.
 */
function withPreparedStatements(
  database: Database.Database,
  beforeWrite: () => void,
): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare: (text) => {
      if (!/^(select|begin)/i.test(text)) beforeWrite();
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
