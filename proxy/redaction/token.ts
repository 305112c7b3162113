/** Masks a secret in bytes that are read as Latin-1, so that all other bytes stay unchanged. */
export interface TokenRedactor {
  /** Whether the bytes may contain the secret, so that `mask` is needed. */
  mayContain: (bytes: string) => boolean;
  mask: (bytes: string) => string;
}

const MASK = "***";
/**
 * A run of this many letters and digits is random enough to be recognised as the token's by itself.
 */
const MIN_RANDOM_RUN = 20;

/**
 * Masks a token wherever an upstream echoes it: as it is, escaped as in JSON, URLs or HTML, in
 * base64, and its long random run by itself.
 */
export function tokenRedactor(token: string): TokenRedactor {
  const run = token.match(/[A-Za-z\d]+/g)?.toSorted((a, b) => b.length - a.length)[0] ?? "";
  const randomRun = run.length >= MIN_RANDOM_RUN ? [run] : [];
  const whole = spellings(token);
  // Separate literal patterns are several times faster; every spelling contains the random run.
  const quickPatterns = [randomRun[0] ?? whole, ...base64Parts(token)].map(
    (part) => new RegExp(part),
  );
  const fullPattern = new RegExp([whole, ...randomRun, ...base64Parts(token)].join("|"), "g");
  return {
    mayContain: (bytes) => quickPatterns.some((part) => part.test(bytes)),
    mask: (bytes) => bytes.replace(fullPattern, MASK),
  };
}

/** For the sandbox, whose token is an ordinary word and not a secret. */
export const noTokenRedactor: TokenRedactor = { mayContain: () => false, mask: (bytes) => bytes };

/** A pattern of all the ways to escape a text, character by character. */
function spellings(text: string): string {
  return Array.from(text, (char) => {
    if (/[A-Za-z\d]/.test(char)) return char;
    const code = char.charCodeAt(0);
    const hex = code.toString(16).padStart(2, "0");
    const anyCase = hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
    const plain = `\\\\*${escaped(char)}`;
    return `(?:${plain}|%(?:25)*${anyCase}|\\\\+u00${anyCase}|&#0*(?:${code}|[xX]0*${anyCase});)`;
  }).join("");
}

/**
 * The base64 of a text within a longer one, for each of the three byte offsets: only the characters
 * that do not depend on the neighbouring bytes.
 */
function base64Parts(text: string): string[] {
  if (text.length < MIN_RANDOM_RUN) return [];
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.from(" ".repeat(shift) + text)
      .toString("base64")
      .replace(/=+$/, "");
    const stable = whole.slice(shift === 0 ? 0 : shift + 1, -1);
    return stable.replaceAll("+", "[+-]").replaceAll("/", "(?:\\\\*/|_)");
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
