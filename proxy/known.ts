/** Entries kept at most, and letters of the longest key. */
const MOST = 300;
const LONGEST = 100;

/**
 * Remembers what was found out about short texts that come again and again: those who look at a
 * list ask the same for hours. However many different ones come, it stays small.
 */
export class Known<V> {
  readonly #found = new Map<string, V>();

  /** What is known of a text, else what `find` says of it; nothing is kept of what that throws. */
  get(text: string, find: () => V): V {
    const before = this.#found.get(text);
    if (before !== undefined) return before;
    const found = find();
    if (this.#found.size >= MOST) this.#found.clear();
    if (text.length <= LONGEST) this.#found.set(text, found);
    return found;
  }
}
