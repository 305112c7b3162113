/** Entries kept at most, and characters of the longest key. */
const MAX_ENTRIES = 300;
const MAX_KEY_LENGTH = 100;

/** Remembers what was computed for short texts that come again and again; it never grows large. */
export class BoundedCache<V> {
  readonly #entries = new Map<string, V>();

  /** What is kept for a key, else what `compute` gives; nothing is kept when that throws. */
  get(key: string, compute: () => V): V {
    const kept = this.#entries.get(key);
    if (kept !== undefined) return kept;
    const value = compute();
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear();
    if (key.length <= MAX_KEY_LENGTH) this.#entries.set(key, value);
    return value;
  }
}
