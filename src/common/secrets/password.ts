/** Letters and digits that do not look alike, and signs that every phone can type. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.";
const LENGTH = 16;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/**
 * A random password with every kind of character, from the browser's cryptographic random source.
 */
export function generatePassword(): string {
  for (;;) {
    const password = Array.from({ length: LENGTH }, randomCharacter).join("");
    if (KINDS.every((kind) => kind.test(password))) return password;
  }
}

/** Rejects bytes above the last whole multiple of the alphabet, so that no letter is likelier. */
function randomCharacter(): string {
  const limit = 256 - (256 % ALPHABET.length);
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 255) >= limit);
  return ALPHABET.charAt((byte[0] ?? 0) % ALPHABET.length);
}

export type Strength = "weak" | "fair" | "strong";

/** Rates by the number of guesses: kinds of characters times the number of distinct ones. */
export function passwordStrength(password: string): Strength {
  const pool = [26, 26, 10, 30].filter((_, index) => KINDS[index]?.test(password));
  const size = pool.reduce((sum, one) => sum + one, 0);
  const different = new Set(password).size;
  const counted = Math.min(password.length, different * 2);
  const bits = size === 0 ? 0 : counted * Math.log2(size);
  if (bits < 60) return "weak";
  return bits < 80 ? "fair" : "strong";
}
