const warn = (event: BeforeUnloadEvent) => event.preventDefault();
let pendingCount = 0;

/** Asks before the tab is closed while a write is running whose outcome only this page shows. */
export async function warnBeforeUnloadWhile<T>(work: Promise<T>): Promise<T> {
  pendingCount += 1;
  addEventListener("beforeunload", warn);
  try {
    return await work;
  } finally {
    pendingCount -= 1;
    if (pendingCount === 0) removeEventListener("beforeunload", warn);
  }
}
