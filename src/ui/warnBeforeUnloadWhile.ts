const ask = (event: BeforeUnloadEvent) => event.preventDefault();
let held = 0;

/** Asks before the page is closed while something is on its way whose outcome it alone tells. */
export async function warnBeforeUnloadWhile<T>(work: Promise<T>): Promise<T> {
  held += 1;
  addEventListener("beforeunload", ask);
  try {
    return await work;
  } finally {
    held -= 1;
    if (held === 0) removeEventListener("beforeunload", ask);
  }
}
