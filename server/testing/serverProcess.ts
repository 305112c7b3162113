import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "#server/server.ts";
import { environment, readSettings } from "#server/settings.ts";

/** The server in a process of its own, to be killed; reports its address to the parent. */
const dir = mkdtempSync(join(tmpdir(), "pult-"));
writeFileSync(join(dir, "index.html"), "<title>Pult</title>");
const { url } = await startServer(readSettings(environment("none.env")), dir);
process.send?.(url);
