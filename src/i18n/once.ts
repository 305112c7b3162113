/** Makes a thing when it is first asked for: the browser's formatters are dear to make. */
export function once<T>(make: () => T): () => T {
  let made: { thing: T } | undefined;
  return () => (made ??= { thing: make() }).thing;
}
