/** A reproducible random number generator: the same seed gives the same sequence. */
export interface Random {
  /** From 0 to 1, exclusive. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string;
}

/** A random number generator from a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    return scramble(state);
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    text: (length, alphabet) =>
      Array.from({ length }, () => alphabet.charAt(int(0, alphabet.length - 1))).join(""),
  };
}

/** A number from 0 to 1 (exclusive) that depends only on the parts. */
export function hash(...parts: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const part of parts) {
    state = Math.imul(state ^ (part | 0), 0x85ebca6b);
    state = (state ^ (state >>> 13)) + 0x6d2b79f5;
  }
  return scramble(state | 0);
}

function scramble(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), 1 | state);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
}
