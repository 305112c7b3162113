import { isBuilt } from "./lib/freshness.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode } from "./lib/node.mjs";
import { npm, ROOT } from "./lib/run.mjs";

requireNode();
await ensureInstalled();
if (process.argv.includes("--build") || !isBuilt(ROOT)) {
  console.log("Building…");
  if ((await npm(["run", "--silent", "build"])) !== 0) {
    console.error("\nThe app could not be built; the reason is above.");
    process.exit(1);
  }
}
// In this very process, so that signals and the exit code need no passing on.
process.chdir(ROOT);
await import("../dist/server/main.js");
