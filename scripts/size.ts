import { join } from "node:path";
import { furtherRoutes, gzipBytes, isPhoneFormatting, median, readManifest } from "./lib/chunks.ts";
import { fileLengths } from "./lib/fileLengths.ts";
import { scriptsOfFirstRoute } from "./lib/firstRoute.ts";

const CLIENT = "dist/client";
/** Gzipped bytes; a kB is 1000 of them. */
const BUDGET = { firstRoute: 200_000, furtherRoute: 25_000 };
const LONGEST_FILE_LINES = 400;

const plain = (count: number) => String(count);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const sizeOf = (file: string) => gzipBytes(join(CLIENT, file));
const note = (what: string, value = "") =>
  console.log(`      ${what.padEnd(46)} ${value.padStart(9)}`);

let isOver = false;

function check(what: string, value: number, limit: number, format = plain): void {
  const fits = value <= limit;
  if (!fits) isOver = true;
  console.log(
    `${fits ? "ok  " : "OVER"}  ${what.padEnd(46)} ${format(value).padStart(9)}  of ${format(limit)}`,
  );
}

async function checkScripts(): Promise<void> {
  const manifest = readManifest(CLIENT);
  const loaded = await scriptsOfFirstRoute();
  const phone = [...loaded].filter(isPhoneFormatting);
  const counted = [...loaded].filter((file) => !isPhoneFormatting(file));
  const total = counted.reduce((sum, file) => sum + sizeOf(file), 0);
  check("First list, all JS until its rows show", total, BUDGET.firstRoute, kB);
  for (const file of phone) note(`phone formatting, not counted: ${file}`, kB(sizeOf(file)));
  const routes = furtherRoutes(manifest, loaded, sizeOf);
  if (routes.length === 0) throw new Error("The build has no further page (…Page.tsx, lazy).");
  const middle = median(routes.map((route) => route.bytes));
  check("Further routes, median of their own JS", middle, BUDGET.furtherRoute, kB);
  for (const { name, bytes } of routes) note(name, kB(bytes));
}

function checkFiles(): void {
  const files = fileLengths();
  if (files === undefined) return note("No git clone: file lengths are not checked.");
  const [longest] = files.toSorted((a, b) => b.lines - a.lines);
  if (longest === undefined) return;
  check(`Longest file: ${longest.path}`, longest.lines, LONGEST_FILE_LINES);
}

try {
  if (process.argv.includes("--no-browser")) note("JS is not measured without a browser.");
  else await checkScripts();
  checkFiles();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  isOver = true;
}
process.exitCode = isOver ? 1 : 0;
