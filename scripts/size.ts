import { join } from "node:path";
import {
  measureFurtherRoutes,
  gzipBytes,
  isPhoneFormatting,
  median,
  readManifest,
} from "./lib/chunks.ts";
import { fileLengths } from "./lib/fileLengths.ts";
import { loadFirstRouteScripts } from "./lib/firstRouteScripts.ts";

const CLIENT = "dist/client";
/** Gzipped bytes; a kB is 1000 of them. */
const BUDGET = { firstRoute: 200_000, furtherRoute: 25_000 };
const LONGEST_FILE_LINES = 400;

const plain = (count: number) => String(count);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const gzipSize = (file: string) => gzipBytes(join(CLIENT, file));
const printRow = (what: string, value = "") =>
  console.log(`      ${what.padEnd(46)} ${value.padStart(9)}`);

let isOver = false;

function printBudget(what: string, value: number, limit: number, format = plain): void {
  const fits = value <= limit;
  if (!fits) isOver = true;
  console.log(
    `${fits ? "ok  " : "OVER"}  ${what.padEnd(46)} ${format(value).padStart(9)}  of ${format(limit)}`,
  );
}

async function checkScripts(): Promise<void> {
  const manifest = readManifest(CLIENT);
  const loaded = await loadFirstRouteScripts();
  const phone = [...loaded].filter(isPhoneFormatting);
  const counted = [...loaded].filter((file) => !isPhoneFormatting(file));
  const total = counted.reduce((sum, file) => sum + gzipSize(file), 0);
  printBudget("First list, all JS until its rows show", total, BUDGET.firstRoute, kB);
  for (const file of phone) printRow(`phone formatting, not counted: ${file}`, kB(gzipSize(file)));
  const routes = measureFurtherRoutes(manifest, loaded, gzipSize);
  if (routes.length === 0) throw new Error("The build has no further page (…Page.tsx, lazy).");
  const middle = median(routes.map((route) => route.bytes));
  printBudget("Further routes, median of their own JS", middle, BUDGET.furtherRoute, kB);
  for (const { name, bytes } of routes) printRow(name, kB(bytes));
}

function checkFiles(): void {
  const files = fileLengths();
  if (files === undefined) return printRow("No git clone: file lengths are not checked.");
  const [longest] = files.toSorted((a, b) => b.lines - a.lines);
  if (longest === undefined) return;
  printBudget(`Longest file: ${longest.path}`, longest.lines, LONGEST_FILE_LINES);
}

try {
  if (process.argv.includes("--no-browser")) printRow("JS is not measured without a browser.");
  else await checkScripts();
  checkFiles();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  isOver = true;
}
process.exitCode = isOver ? 1 : 0;
