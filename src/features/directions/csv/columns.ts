import { normalizeCharacters } from "#lib/phoneCharacters.ts";

/** What a line names: a dial code, names, or both. */
export interface Entry {
  /** Digits only. */
  code: string | undefined;
  names: string[];
}

const CODE_TITLE = /^(?:[\p{L}.]+ )?(?:code|код|prefix|префикс)(?: [\p{L}.]+)?$/iu;
const NAME_TITLE =
  /^(?:country|countries|name|english|destination|direction|страна|название|наименование|имя|направление)(?![\p{L}])/iu;
const ENGLISH_TITLE = /^(?:english|англ)/iu;

interface Reader {
  /** Whether the first row is a header, and no country. */
  header: boolean;
  read: (cells: readonly string[]) => Entry;
}

/**
 * Finds the columns of the code and the names in the first row; without a header, searches each
 * row.
 */
export function createReader(first: readonly string[]): Reader {
  const titles = first.map((cell) => cell.trim());
  const code = titles.findIndex((title) => CODE_TITLE.test(title));
  const names = [...titles.keys()].filter(
    (index) => index !== code && isNameTitle(titles[index] ?? ""),
  );
  if (code === -1 && names.length === 0) return { header: false, read: parseEntry };
  return {
    header: true,
    read: (cells) => ({
      code: parseDialCode(cells[code] ?? ""),
      names: names.map((index) => (cells[index] ?? "").trim()).filter(Boolean),
    }),
  };
}

const isNameTitle = (title: string) => NAME_TITLE.test(title) || ENGLISH_TITLE.test(title);

/** `7`, `+7`, `007`, `1-876`, `+1 (876)`. */
const CODE = /^(?:\+|00)?[\d\s().\u00a0-]+$/;

/** The digits of what looks like a dial code; undefined for anything else. */
export function parseDialCode(cell: string): string | undefined {
  const text = normalizeCharacters(cell).trim();
  if (!CODE.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, "").replace(/^00/, "");
  return /^\d{1,7}$/.test(digits) ? digits : undefined;
}

/** `Россия (+7)`, `Россия +7`, and the other way round: `7 Россия`. */
const NAME_CODE = /^(.*\p{L}[^\d+]*?)[\s(:–—-]+((?:\+|00)?\d[\d\s-]*)\)?$/u;
const CODE_NAME = /^\(?((?:\+|00)?\d[\d\s-]*)[\s):–—-]+(\P{N}*\p{L}.*)$/u;

/** Characters: no country's name is longer, and the patterns above are slow on long texts. */
const LONGEST_NAME = 120;

/** Without a header the first code of a line is its code; other numbers (ids) are ignored. */
function parseEntry(cells: readonly string[]): Entry {
  const texts = cells.map((cell) => normalizeCharacters(cell).trim()).filter(Boolean);
  const code = texts.map(parseDialCode).find((each) => each !== undefined);
  const names = texts.filter((text) => /\p{L}/u.test(text));
  const [only] = names;
  const alone = texts.length === 1 && only !== undefined && only.length <= LONGEST_NAME;
  if (code !== undefined || !alone) return { code, names };
  const [, name = only, after = ""] = NAME_CODE.exec(only) ?? [];
  const [, before = after, rest = name] = CODE_NAME.exec(only) ?? [];
  return { code: parseDialCode(before), names: [rest.trim()] };
}
