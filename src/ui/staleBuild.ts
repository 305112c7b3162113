import { basePath } from "#paths";
import { remember, remembered } from "#i18n/storage.ts";

/** For which build this tab was reloaded. */
const KEY = "pult.reloadedFor";
/** Milliseconds to wait for the index. */
const LIMIT_MS = 4000;

/** The first script of an index.html as Vite builds it: named by a hash of all that it leads to. */
const ENTRY = /<script[^>]*\ssrc="([^"]*\/assets\/[^"]+\.js)"/;

/** A part of the app that can't be loaded fails with one of these, by browser. */
const MISSING =
  /dynamically imported module|Importing a module script|valid JavaScript MIME|error loading|preload CSS/i;

export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && MISSING.test(error.message);

/**
 * To be asked when a part of the app could not be loaded: after a deployment the parts of the build
 * before are gone. Then the page is reloaded, with the address as it is, once for each build;
 * `before` runs first. True when it is on its way; false where there is no newer build, or none that
 * can be reached. What was typed into forms is kept (see `useFormDraft`), hence no question.
 */
export async function reloadIfStale(before?: () => void): Promise<boolean> {
  const newer = await newerBuild();
  if (newer === undefined || !noted(newer)) return false;
  before?.();
  reloading = true;
  location.reload();
  return true;
}

let reloading = false;

/** Whether the page is on its way out by itself. */
export const isReloading = (): boolean => reloading;

/** The entry of the build that the server has now, if it is not this page's. */
async function newerBuild(): Promise<string | undefined> {
  const own = ENTRY.exec(document.documentElement.outerHTML)?.[1];
  if (own === undefined) return undefined;
  try {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), LIMIT_MS);
    const { signal } = controller;
    const response = await fetch(`${basePath}/`, { cache: "no-store", signal });
    const entry = response.ok ? ENTRY.exec(await response.text())?.[1] : undefined;
    return entry === own ? undefined : entry;
  } catch {
    return undefined;
  }
}

/** Whether it could be noted, for the first time: a page that can't note it would reload for ever. */
function noted(build: string): boolean {
  if (remembered(KEY, true) === build) return false;
  remember(KEY, build, true);
  return remembered(KEY, true) === build;
}
