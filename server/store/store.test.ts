import { execFile } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { IN_MEMORY } from "./sqlite.ts";
import { createStore } from "./store.ts";
import { describeOnEachEngine } from "./testing/engines.ts";
import { ENTRY } from "./testing/entry.ts";

const run = promisify(execFile);
const INSERT_ONCE = join(import.meta.dirname, "testing/insertOnce.ts");

describeOnEachEngine("a store", (engine) => {
  it("returns what was written, moments as numbers", async () => {
    const store = await engine.open();
    await store.use((db) => db.insertInto("journal").values(ENTRY).execute());
    const rows = await store.use((db) => db.selectFrom("journal").selectAll().execute());
    expect(rows).toEqual([
      {
        ...ENTRY,
        id: 1,
        object_id: null,
        object_number: null,
        object_name: null,
        before: null,
        message: null,
        batch: null,
        completed_at: null,
        undoes: null,
      },
    ]);
  });

  it("opens at once for many callers", async () => {
    const store = await engine.open();
    const insert = () => store.use((db) => db.insertInto("journal").values(ENTRY).execute());
    await Promise.all(Array.from({ length: 20 }, insert));
    const rows = await store.use((db) => db.selectFrom("journal").select("id").execute());
    expect(new Set(rows.map(({ id }) => id)).size).toBe(20);
  });

  it("rolls a failed transaction back, and works afterwards", async () => {
    const store = await engine.open();
    const failed = store.use((db) =>
      db.transaction().execute(async (transaction) => {
        await transaction.insertInto("journal").values(ENTRY).execute();
        await sql`select * from nothing_of_that_name`.execute(transaction);
      }),
    );
    await expect(failed).rejects.toMatchObject({ name: "StoreError", problem: "failed" });
    expect(store.problem()?.problem).toBe("failed");
    const rows = await store.use((db) => db.selectFrom("journal").select("id").execute());
    expect(rows).toEqual([]);
    expect(store.problem()).toBeUndefined();
  });
});

describe("a store on disk", () => {
  const dirs: string[] = [];
  const newDir = () => {
    const dir = mkdtempSync(join(tmpdir(), "pult-store-"));
    dirs.push(dir);
    return dir;
  };
  afterEach(() => {
    for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
  });

  it("survives a restart, and is readable by its user only", async () => {
    const file = join(newDir(), "data", "pult.db");
    const first = createStore({ file });
    await first.use((db) => db.insertInto("journal").values(ENTRY).execute());
    for (const path of [file, `${file}-wal`]) expect(statSync(path).mode & 0o077).toBe(0);
    await first.close();
    const second = createStore({ file });
    const rows = await second.use((db) => db.selectFrom("journal").select("actor").execute());
    expect(rows).toEqual([{ actor: "anna" }]);
    await second.close();
  });

  it.skipIf(process.getuid?.() !== 0)("made by root is its folder's owner's", async () => {
    const dir = newDir();
    chownSync(dir, 4321, 4322);
    const file = join(dir, "pult.db");
    const store = createStore({ file });
    await store.use((db) => db.insertInto("journal").values(ENTRY).execute());
    for (const path of [file, `${file}-wal`, `${file}-shm`]) {
      expect(statSync(path)).toMatchObject({ uid: 4321, gid: 4322 });
    }
    await store.close();
  });

  it("reports a damaged file", async () => {
    const file = join(newDir(), "pult.db");
    writeFileSync(file, "no database\n".repeat(1000));
    const store = createStore({ file });
    await expect(store.use(async () => 1)).rejects.toMatchObject({ problem: "corrupt" });
  });

  it("opens as soon as its folder can be written", async () => {
    const dir = newDir();
    // A file where the folder should be: this user may be root, whom no mode stops.
    writeFileSync(join(dir, "data"), "");
    const store = createStore({ file: join(dir, "data", "pult.db") });
    await expect(store.use(async () => 1)).rejects.toMatchObject({ name: "StoreError" });
    rmSync(join(dir, "data"));
    mkdirSync(join(dir, "data"));
    chmodSync(join(dir, "data"), 0o700);
    await expect(store.use(async () => 1)).resolves.toBe(1);
    await store.close();
  });
});

describeOnEachEngine("the migrations of a store", (engine) => {
  it.skipIf(!engine.isShared)("run once when several instances start together", async () => {
    const location = await engine.location();
    const args = ["--import", "tsx", INSERT_ONCE, JSON.stringify(location)];
    await Promise.all(Array.from({ length: 3 }, () => run(process.execPath, args)));
    const store = createStore(location);
    const rows = await store.use((db) => db.selectFrom("journal").select("id").execute());
    expect(rows).toHaveLength(3);
    await store.close();
  });

  it("refuse the database of a newer Pult", async ({ skip }) => {
    const location = await engine.location();
    skip("file" in location && location.file === IN_MEMORY, "it is gone once it is closed");
    const newer = createStore(location);
    await newer.use((db) =>
      sql`insert into kysely_migration (name, timestamp) values ('999_later', '')`.execute(db),
    );
    await newer.close();
    const store = createStore(location);
    await expect(store.use(async () => 1)).rejects.toMatchObject({ problem: "newer" });
    await store.close();
  });
});

describe("a store on a PostgreSQL server that is down", () => {
  it("reports it as unreachable", async () => {
    const store = createStore({ url: "postgres://postgres@127.0.0.1:1/test" });
    await expect(store.use(async () => 1)).rejects.toMatchObject({ problem: "unreachable" });
    expect(store.problem()?.problem).toBe("unreachable");
    await store.close();
  });
});
