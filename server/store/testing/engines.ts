import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { IN_MEMORY } from "../sqlite.ts";
import { createStore, type Store, type StoreLocation } from "../store.ts";

/** A fresh database for each call; all are closed and deleted after the tests. */
export interface TestEngine {
  location: () => Promise<StoreLocation>;
  open: () => Promise<Store>;
  /** Whether several processes can open one database at the same time. */
  isShared: boolean;
}

/** Runs the same tests on SQLite in memory, on a file, and on PostgreSQL. */
export function describeOnEachEngine(title: string, tests: (engine: TestEngine) => void): void {
  for (const { name, isShared, prepare } of ENGINES) {
    describe(`${title} (${name})`, () => {
      const cleanup: (() => unknown)[] = [];
      let locate: (() => Promise<StoreLocation>) | undefined;
      beforeAll(async () => {
        locate = await prepare(cleanup);
      }, 60_000);
      afterAll(async () => {
        for (const step of cleanup.toReversed()) {
          // oxlint-disable-next-line no-await-in-loop -- a database is dropped once it is closed
          await step();
        }
      }, 60_000);
      const location = async () => {
        if (locate === undefined) throw new Error("The engine is not ready.");
        return locate();
      };
      const open = async () => {
        const store = createStore(await location());
        cleanup.push(() => store.close());
        return store;
      };
      tests({ location, open, isShared });
    });
  }
}

type Cleanup = (() => unknown)[];

const SERVER = process.env["TEST_DATABASE_URL"];

const ENGINES: readonly {
  name: string;
  isShared: boolean;
  prepare: (cleanup: Cleanup) => Promise<() => Promise<StoreLocation>>;
}[] = [
  {
    name: "SQLite in memory",
    isShared: false,
    prepare: async () => async () => ({ file: IN_MEMORY }),
  },
  { name: "SQLite file", isShared: true, prepare: async (cleanup) => newFiles(cleanup) },
  SERVER === undefined
    ? { name: "PGlite", isShared: false, prepare: sharedPglite }
    : {
        name: "PostgreSQL",
        isShared: true,
        prepare: async (cleanup) => newDatabases(SERVER, cleanup),
      },
];

function newFiles(cleanup: Cleanup): () => Promise<StoreLocation> {
  const dir = mkdtempSync(join(tmpdir(), "pult-store-"));
  cleanup.push(() => rmSync(dir, { recursive: true }));
  let count = 0;
  return async () => ({ file: join(dir, `data-${++count}`, "pult.db") });
}

function newDatabases(server: string, cleanup: Cleanup): () => Promise<StoreLocation> {
  let count = 0;
  return async () => {
    const name = `pult_test_${process.pid}_${Date.now()}_${++count}`;
    await execute(server, `CREATE DATABASE ${name}`);
    cleanup.push(() => execute(server, `DROP DATABASE ${name} WITH (FORCE)`));
    const url = new URL(server);
    url.pathname = `/${name}`;
    return { url: url.href };
  };
}

let pglite: ReturnType<typeof startPglite> | undefined;

/**
 * PostgreSQL itself, compiled to WebAssembly, behind its own wire protocol. It has one database,
 * which is emptied for each test, and one session, which all connections share. Its start takes
 * seconds: the files of a worker, which run one after the other, share it, and it ends with the worker.
 */
async function sharedPglite(): Promise<() => Promise<StoreLocation>> {
  pglite ??= startPglite();
  const { db, address } = await pglite;
  return async () => {
    await db.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    return { url: `postgres://postgres@${address}/postgres` };
  };
}

async function startPglite() {
  const [{ PGlite }, { PGLiteSocketServer }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite-socket"),
  ]);
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, port: 0, maxConnections: 100 });
  await server.start();
  return { db, address: server.getServerConn() };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
