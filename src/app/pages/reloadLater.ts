import { basePath } from "#paths";
import { writeStored, readStored } from "#i18n/storage.ts";

const KEY = "pult.tries";
/** Milliseconds to the first try, and the longest pause between two. */
const FIRST_DELAY_MS = 10_000;
const MAX_DELAY_MS = 5 * 60_000;

/**
 * Reloads the page as soon as the server responds, trying after ever longer pauses that continue
 * across reloads: for a page without a user, or when what is missing may be available again.
 * Returns a function that stops it.
 */
export function reloadLater(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const wait = () => {
    const tries = Number(readStored(KEY, true) ?? 0);
    timer = setTimeout(
      () => void attempt(tries + 1),
      Math.min(FIRST_DELAY_MS * 2 ** tries, MAX_DELAY_MS),
    );
  };
  const attempt = async (tries: number) => {
    writeStored(KEY, String(tries), true);
    const response = await fetch(`${basePath}/`, { cache: "no-store" }).catch(() => undefined);
    if (stopped) return;
    if (response?.ok === true) location.reload();
    else wait();
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** All is well again: the next failure is retried soon. */
export function resetReloadTries(): void {
  if (readStored(KEY, true) !== null) writeStored(KEY, "0", true);
}
