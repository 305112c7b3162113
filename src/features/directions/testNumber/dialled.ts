/**
 * How a number was taken: with its country code, or as dialled within Russia. `short` is a number
 * without a prefix that is too short for one with a country code: `112`, or a part of a number.
 */
export type Reading = "international" | "russian" | "short";

export interface Dialled {
  /** From the country code on, as far as typed: `37410`. */
  digits: string;
  reading: Reading;
}

/** A number goes on until letters, a comma or such: what follows is an extension. */
const NUMBER = /^(?:tel:)?\s*(\+?[\d\s().\-–—/]*)/i;
/** From these digits on, numbers and area codes of Russia begin. */
const RUSSIAN_AREA = /^[3489]/;

/**
 * Reads a number as people write and dial it, also while it is being typed: `+374…`, `00374…`,
 * `810374…` with the country's code; `8 495…`, and ten digits alone, as in Russia. What has no
 * prefix is taken to begin with the country's code, if it is long enough for that. Undefined when there is no number.
 */
export function readDialled(typed: string): Dialled | undefined {
  const text = typed.normalize("NFKC").trim();
  const written = NUMBER.exec(text)?.[1] ?? "";
  const bare = written.replaceAll(/\D/g, "");
  if (bare === "" || bare.length > LONGEST) return undefined;
  if (written.trim().startsWith("+")) return international(bare);
  const abroad = /^(?:00|810)(\d*)$/.exec(bare)?.[1];
  if (abroad !== undefined) return abroad === "" ? undefined : international(abroad);
  const rest = bare.slice(1);
  const within = bare.startsWith("8") && bare.length <= 11;
  if (within && (RUSSIAN_AREA.test(rest) || /^7\d{9}$/.test(rest))) return russian(`7${rest}`);
  if (bare.length === 10 && RUSSIAN_AREA.test(bare)) return russian(`7${bare}`);
  return bare.length < SHORTEST ? { digits: bare, reading: "short" } : international(bare);
}

/** Digits of a whole number with its country code, save for a few small islands. */
const SHORTEST = 9;

/** Digits: a whole number of 15 with the longest prefix before it. */
const LONGEST = 18;

const international = (digits: string): Dialled => ({ digits, reading: "international" });
const russian = (digits: string): Dialled => ({ digits, reading: "russian" });
