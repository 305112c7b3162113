import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** A chunk in Vite's manifest. */
export interface Chunk {
  file: string;
  src?: string;
  isDynamicEntry?: boolean;
  imports?: string[];
}
export type Manifest = Record<string, Chunk>;

export interface RouteSize {
  /** `SipAccountPage` */
  name: string;
  /** Gzipped bytes of the files that the first route has not loaded. */
  bytes: number;
}

export function readManifest(clientDir: string): Manifest {
  const path = join(clientDir, ".vite/manifest.json");
  if (!existsSync(path)) throw new Error("The app is not built: run `npm run build` first.");
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
}

/** The files of a chunk and of its static imports, recursively (no dynamic imports). */
export function collectFiles(
  manifest: Manifest,
  key: string,
  seen = new Set<string>(),
): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) collectFiles(manifest, imported, seen);
  return seen;
}

/** Pages, and the panels that have a route; a section's `parts.ts` has its page. */
const ROUTE = /^src\/(app\/pages|features)\/.*(?:(Page|Panel)\.tsx|\/parts\.ts)$/;

/** Every route but the first, with the size of the files that are not yet `loaded`. */
export function measureFurtherRoutes(
  manifest: Manifest,
  loaded: ReadonlySet<string>,
  gzipSize: (file: string) => number,
): RouteSize[] {
  const pages = Object.entries(manifest).filter(
    ([key, { file, src = key, isDynamicEntry }]) =>
      isDynamicEntry === true && ROUTE.test(src) && !loaded.has(file),
  );
  return pages.map(([key, { src = key }]) => {
    const ownFiles = [...collectFiles(manifest, key)].filter((file) => !loaded.has(file));
    const bytes = ownFiles.reduce((sum, file) => sum + gzipSize(file), 0);
    const name = src.endsWith("/parts.ts") ? basename(dirname(src)) : basename(src, ".tsx");
    return { name, bytes };
  });
}

/** Phone formatting may load after the first rows, so the budget does not count it. */
export function isPhoneFormatting(file: string): boolean {
  return /phone|dialPlan/i.test(basename(file));
}

/** Bytes of a file compressed with gzip -9. */
export function gzipBytes(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

/** The middle value; of an even count, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const low = sorted[Math.ceil(half) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(half)] ?? Number.NaN;
  return (low + high) / 2;
}
