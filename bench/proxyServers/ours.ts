import { tmpdir } from "node:os";
import { join } from "node:path";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createLog } from "#proxy/log.ts";
import { startServer } from "#server/server.ts";
import { environment, readSettings } from "#server/settings.ts";

// The whole server with every check and its log; of the app it needs only an index.html.
const dir = mkdtempSync(join(tmpdir(), "pult-"));
writeFileSync(join(dir, "index.html"), "<title>Pult</title>");
const server = await startServer(
  readSettings(environment()),
  dir,
  createLog("all", (line) => process.stdout.write(`${line}\n`)),
);
rmSync(dir, { recursive: true });
process.send?.(Number(new URL(server.url).port));
