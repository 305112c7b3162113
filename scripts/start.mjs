import { isBuilt } from "./lib/freshness.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode, requirePlainFolder } from "./lib/node.mjs";
import { npm, ROOT } from "./lib/run.mjs";

/** `npm start -- --verbose`, or `npm start --verbose`, which npm itself consumes. */
const verbose = process.argv.includes("--verbose") || process.env.npm_config_loglevel === "verbose";
const quiet = !verbose;

requireNode();
requirePlainFolder(ROOT);
await ensureInstalled({ quiet });
if (process.argv.includes("--build") || !isBuilt(ROOT)) {
  console.log("Building the app…");
  if ((await npm(["run", "--silent", "build"], { quiet })) !== 0) {
    console.error("\nThe app could not be built; the reason is above.");
    process.exit(1);
  }
}
// In the same process, so that signals and the exit code need no forwarding.
process.chdir(ROOT);
process.argv.push("--in-words");
await import("../dist/server/main.js");
