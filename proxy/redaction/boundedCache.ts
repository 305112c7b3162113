/** Maximum number of entries, and length of the longest key. */
const MAX_ENTRIES = 300;
const MAX_KEY_LENGTH = 100;

/** Caches values computed for short keys that recur, up to a fixed size. */
export class BoundedCache<V> {
  readonly #entries = new Map<string, V>();

  /** Returns the cached value, or caches what `compute` returns; nothing if it throws. */
  get(key: string, compute: () => V): V {
    const cached = this.#entries.get(key);
    if (cached !== undefined) return cached;
    const value = compute();
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear();
    if (key.length <= MAX_KEY_LENGTH) this.#entries.set(key, value);
    return value;
  }
}
