/** Masks a secret in bytes that are read as Latin-1, so that all else stays as it is. */
export interface TokenRedactor {
  /** Whether the secret may be there: `mask` is needed then. */
  mayStandIn: (bytes: string) => boolean;
  mask: (bytes: string) => string;
}

const MASK = "***";
/** A random run of this many letters and digits is known to be the token's by itself. */
const SURE = 20;

/**
 * Masks a token wherever an upstream echoes it: as it is, and as JSON, a URL or HTML spell its
 * signs; the long random run within it also without its surroundings; and in base64.
 */
export function tokenRedactor(token: string): TokenRedactor {
  const run = token.match(/[A-Za-z\d]+/g)?.toSorted((a, b) => b.length - a.length)[0] ?? "";
  const sureRun = run.length >= SURE ? [run] : [];
  const whole = spellings(token);
  // Plain words, each by itself, are found several times as fast; every spelling has the sure run.
  const telling = [sureRun[0] ?? whole, ...base64Parts(token)].map((part) => new RegExp(part));
  const all = new RegExp([whole, ...sureRun, ...base64Parts(token)].join("|"), "g");
  return {
    mayStandIn: (bytes) => telling.some((part) => part.test(bytes)),
    mask: (bytes) => bytes.replace(all, MASK),
  };
}

/** For the sandbox, whose token is an ordinary word and no secret. */
export const noTokenRedactor: TokenRedactor = { mayStandIn: () => false, mask: (bytes) => bytes };

/** A pattern of all the ways in which a text is written, each of its signs by itself. */
function spellings(text: string): string {
  return Array.from(text, (sign) => {
    if (/[A-Za-z\d]/.test(sign)) return sign;
    const code = sign.charCodeAt(0);
    const hex = code.toString(16).padStart(2, "0");
    const anyCase = hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
    const plain = `\\\\*${escaped(sign)}`;
    return `(?:${plain}|%(?:25)*${anyCase}|\\\\+u00${anyCase}|&#0*(?:${code}|[xX]0*${anyCase});)`;
  }).join("");
}

/**
 * What base64 makes of a text within another, by where in a group of three bytes it begins: those
 * of its letters that do not depend on its neighbours.
 */
function base64Parts(text: string): string[] {
  if (text.length < SURE) return [];
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.from(" ".repeat(shift) + text)
      .toString("base64")
      .replace(/=+$/, "");
    const own = whole.slice(shift === 0 ? 0 : shift + 1, -1);
    return own.replaceAll("+", "[+-]").replaceAll("/", "(?:\\\\*/|_)");
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
