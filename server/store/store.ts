import { IN_MEMORY, openSqlite } from "./sqlite.ts";
import { openPostgres } from "./postgres.ts";
import type { Db, Engine } from "./schema.ts";
import { type StoreError, toStoreError } from "./storeError.ts";

/** An open database at this version's schema. */
export interface Connection {
  db: Db;
  engine: Engine;
  close: () => Promise<void>;
}

/** A file of SQLite (`IN_MEMORY` for none), or the address of a PostgreSQL server. */
export type StoreLocation = { file: string } | { url: string };

export interface Store {
  /**
   * Runs queries, after opening the database if it is not open. Throws `StoreError`. On SQLite one
   * caller has the connection at a time.
   */
  use: <T>(queries: (db: Db, engine: Engine) => Promise<T>) => Promise<T>;
  /** The last failure, unless something has worked since. */
  problem: () => StoreError | undefined;
  close: () => Promise<void>;
}

/**
 * A store that opens with its first use, and again with each use after a failure to open: so a
 * database server that is down, or a folder that is read-only, does not keep Pult from starting.
 */
export function createStore(location: StoreLocation): Store {
  let opening: Promise<Connection> | undefined;
  let lastProblem: StoreError | undefined;
  let isClosed = false;

  const open = async (): Promise<Connection> => {
    if (isClosed) throw new Error("The store is closed.");
    opening ??= "url" in location ? openPostgres(location.url) : openSqlite(location.file);
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };

  return {
    use: async (queries) => {
      try {
        const { db, engine } = await open();
        const result = await queries(db, engine);
        lastProblem = undefined;
        return result;
      } catch (error) {
        lastProblem = toStoreError(error);
        throw lastProblem;
      }
    },
    problem: () => lastProblem,
    close: async () => {
      isClosed = true;
      const connection = await opening?.catch(() => undefined);
      opening = undefined;
      await connection?.close();
    },
  };
}

/** A database that is gone with the process. */
export const IN_MEMORY_LOCATION: StoreLocation = { file: IN_MEMORY };

/** A store that is gone with the process. */
export const createMemoryStore = (): Store => createStore(IN_MEMORY_LOCATION);
