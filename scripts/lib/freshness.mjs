import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Files and folders that the build reads. */
export const SOURCES = [
  "build",
  "proxy",
  "public",
  "sandbox",
  "server",
  "src",
  "index.html",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
];
const OUTPUTS = ["dist/client/index.html", "dist/server/main.js"];

/** Whether the build outputs exist and are newer than all sources. */
export function isBuilt(root) {
  const outputs = OUTPUTS.map((name) => join(root, name));
  if (!outputs.every((path) => existsSync(path))) return false;
  const builtAt = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  const sources = SOURCES.map((name) => join(root, name));
  return sources.every((path) => newestTime(path) <= builtAt);
}

/** Folders count too: only their modification time reveals a deleted file. */
function newestTime(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newestTime(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
