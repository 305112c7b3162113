import { basePath } from "#paths";
import { writeStored, readStored } from "#i18n/storage.ts";

const KEY = "pult.tries";
/** Milliseconds to the first try, and the longest pause between two. */
const FIRST_DELAY_MS = 10_000;
const MAX_DELAY_MS = 5 * 60_000;

/**
 * Loads the page again as soon as the server answers, after ever longer pauses, in which those
 * before it count: where nobody is there to do it, or where what is missing may be back. Ends with
 * what it returns.
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

/** All is well again: the next failure is tried again soon. */
export function resetReloadTries(): void {
  if (readStored(KEY, true) !== null) writeStored(KEY, "0", true);
}
