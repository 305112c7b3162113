import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, ROOT } from "./run.mjs";

/** Whether node_modules matches package-lock.json. */
export function isInstalled(root) {
  const locked = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(locked).every(([path, { version, optional, link }]) => {
    // Optional packages for other systems are in the lockfile but not installed.
    if (path === "" || (optional && installed[path] === undefined)) return true;
    return link || (installed[path] && installed[path].version === version);
  });
}

function readPackages(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, "utf8")).packages : {};
}

/**
 * Installs the packages of the lockfile if needed, and exits if that fails: falling back to
 * `npm install` could bring untested versions.
 */
export async function ensureInstalled({ quiet = false } = {}) {
  if (isInstalled(ROOT)) return;
  console.log("Installing the packages that Pult needs, this once: a minute or two…");
  // The build needs development packages too, even with NODE_ENV=production.
  const code = await npm(["ci", "--include=dev", "--no-audit", "--no-fund"], { quiet });
  if (code === 127) fail("npm was not found. It comes with Node: https://nodejs.org");
  if (code === 0) return;
  fail(
    "The packages could not be installed; npm says above why.\n" +
      "Most often it is the network: check that registry.npmjs.org can be reached " +
      "(behind a company proxy: npm config set proxy), then run the command again.\n" +
      "If package.json was changed: run `npm install`, which brings package-lock.json up to date.",
  );
}

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
