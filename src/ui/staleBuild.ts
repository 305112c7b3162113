import { basePath } from "#paths";
import { writeStored, readStored } from "#i18n/storage.ts";

/** Stores for which build this tab was reloaded. */
const KEY = "pult.reloadedFor";
/** How long to wait for index.html. */
const TIMEOUT_MS = 4000;

/** The entry script of an index.html built by Vite; its hash identifies the build. */
const ENTRY = /<script[^>]*\ssrc="([^"]*\/assets\/[^"]+\.js)"/;

/** Error messages of a chunk that fails to load, by browser. */
const LOAD_ERROR =
  /dynamically imported module|Importing a module script|valid JavaScript MIME|error loading|preload CSS/i;

export const isChunkLoadError = (error: unknown): boolean =>
  error instanceof Error && LOAD_ERROR.test(error.message);

/**
 * Call this when a chunk fails to load: after a deployment the chunks of the old build are gone. Then
 * it reloads the page, once for each build; `before` runs first. Resolves to true when the page is
 * reloading; false if there is no newer build or the server can't be reached. Drafts survive the
 * reload (see `useFormDraft`), so the user is not asked.
 */
export async function reloadIfStale(before?: () => void): Promise<boolean> {
  const newer = await findNewerBuild();
  if (newer === undefined || !markReloaded(newer)) return false;
  before?.();
  reloading = true;
  location.reload();
  return true;
}

let reloading = false;

/** Whether the page is reloading by itself. */
export const isReloading = (): boolean => reloading;

/** The entry script of the server's build, if it is not this page's. */
async function findNewerBuild(): Promise<string | undefined> {
  const own = ENTRY.exec(document.documentElement.outerHTML)?.[1];
  if (own === undefined) return undefined;
  try {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), TIMEOUT_MS);
    const { signal } = controller;
    const response = await fetch(`${basePath}/`, { cache: "no-store", signal });
    const entry = response.ok ? ENTRY.exec(await response.text())?.[1] : undefined;
    return entry === own ? undefined : entry;
  } catch {
    return undefined;
  }
}

/**
 * Returns false if it was marked before or can't be stored: otherwise the page would reload for
 * ever.
 */
function markReloaded(build: string): boolean {
  if (readStored(KEY, true) === build) return false;
  writeStored(KEY, build, true);
  return readStored(KEY, true) === build;
}
