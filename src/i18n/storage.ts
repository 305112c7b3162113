const stored = (ofTab: boolean) => (ofTab ? sessionStorage : localStorage);

/** What was remembered, of this tab alone where asked; nothing where a browser forbids its storage. */
export function remembered(key: string, ofTab = false): string | null {
  try {
    return stored(ofTab).getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string, ofTab = false): void {
  try {
    stored(ofTab).setItem(key, value);
  } catch {
    // It holds until the page is left.
  }
}
