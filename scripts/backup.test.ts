import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { createStore } from "#server/store/store.ts";
import { ENTRY } from "#server/store/testing/entry.ts";

const run = promisify(execFile);

function backup(dir: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: dir, DATABASE_URL: "" };
  return run(process.execPath, ["--import", "tsx", "scripts/backup.ts", ...args], { env });
}

it("npm run backup copies a database that is in use, for its user only", async () => {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const copy = join(dir, "copy.db");
  await expect(backup(dir, copy)).rejects.toMatchObject({ stderr: /There is no database/ });

  const store = createStore({ file: join(dir, "pult.db") });
  await store.use((db) => db.insertInto("journal").values(ENTRY).execute());
  await backup(dir, copy);
  await store.close();
  expect(statSync(copy).mode & 0o077).toBe(0);
  const restored = createStore({ file: copy });
  const rows = await restored.use((db) => db.selectFrom("journal").select("actor").execute());
  await restored.close();
  expect(rows).toEqual([{ actor: ENTRY.actor }]);

  await expect(backup(dir, copy)).rejects.toMatchObject({ stderr: /exists already/ });
  await expect(backup(dir)).rejects.toMatchObject({ stderr: /Name the new file/ });
  expect(existsSync(copy)).toBe(true);
});
