import { existsSync } from "node:fs";
import Database from "libsql";
import { environment, readSettings } from "#server/settings.ts";

/* `npm run backup -- FILE`: copies the database into a new file, also while Pult runs. */

// The copy is as private as the database.
process.umask(0o077);
const [target] = process.argv.slice(2);
const { store } = readSettings({ ...environment(), PLUSOFON_TOKEN: undefined });

function backup(): string {
  if (target === undefined) return "Name the new file: npm run backup -- FILE";
  if ("url" in store) return "The database is PostgreSQL: back it up with pg_dump.";
  if (!existsSync(store.file)) return `There is no database ${store.file}: set DATA_DIR.`;
  if (existsSync(target)) return `${target} exists already: name a new file.`;
  const database = new Database(store.file, { timeout: 10_000 });
  database.prepare("VACUUM INTO ?").run(target);
  database.close();
  console.log(`The database is in ${target}`);
  return "";
}

const problem = backup();
if (problem !== "") {
  console.error(problem);
  process.exitCode = 1;
}
