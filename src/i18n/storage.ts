const getStorage = (perTab: boolean) => (perTab ? sessionStorage : localStorage);

/** Reads a stored value, with `perTab` of this tab only; null where the browser denies storage. */
export function readStored(key: string, perTab = false): string | null {
  try {
    return getStorage(perTab).getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string, perTab = false): void {
  try {
    getStorage(perTab).setItem(key, value);
  } catch {
    // The choice then lasts until the page is left.
  }
}
