import type { CsvRow } from "#lib/readCsv.ts";
import { normalizeCharacters } from "#lib/phoneCharacters.ts";

/** What a column of a list of accounts may hold. */
export const COLUMNS = [
  "id",
  "extension",
  "name",
  "role",
  "callerId",
  "sipTimeout",
  "phone",
  "phoneTimeout",
  // What the export shows and nobody can set; understood, and left alone.
  "state",
  "scenario",
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** The titles by which columns are recognized, in either language; the export writes the first ones. */
const TITLES: Record<ColumnName, RegExp> = {
  id: /^(ид|id|account id)$/iu,
  extension: /^(добавочный|доб|внутренний|extension|ext|number)( номер| number)?\.?$/iu,
  name: /^(имя|фио|ф\.?\s?и\.?\s?о\.?|фамилия|отчество|сотрудник|название|name|full name|first name|last name|surname|employee)$/iu,
  role: /^(описание|отдел|должность|подразделение|description|department|position|title|role)$/iu,
  callerId: /^(аон|исходящий номер|caller ?id|outgoing number)$/iu,
  sipTimeout:
    /^(sip-телефон звонит|sip phone rings|sip timeout|sip_timeout)(, (с|секунд|s|seconds))?\.?$/iu,
  phone:
    /^(мобильный|сотовый|телефон|переадресация|mobile|cell|phone|forwards? to)( номер| телефон| number| phone)?$/iu,
  phoneTimeout:
    /^(мобильный звонит|телефон звонит|phone rings|mobile rings|phone timeout|phone_timeout)(, (с|секунд|s|seconds))?\.?$/iu,
  state: /^(статус|status|state)$/iu,
  scenario: /^(активный сценарий|сценарий|active scenario|scenario)$/iu,
};

/** The cells of one row, by what they hold; empty ones are left out. */
export type Cells = Partial<Record<ColumnName, string>>;

export interface Reading {
  /** The titles as the file has them; undefined where it has none. */
  header: readonly string[] | undefined;
  /** Columns that were recognized, in their order. */
  columns: readonly ColumnName[];
  /** Titles of columns that mean nothing here. */
  unknown: readonly string[];
  rows: readonly { line: number; cells: readonly string[]; values: Cells }[];
}

/** Finds out what each column holds: by the titles in the first row, else by what stands in it. */
export function readAccountList(rows: readonly CsvRow[]): Reading {
  const [first] = rows;
  const titled = first?.cells.map(columnOf) ?? [];
  const hasHeader = titled.some((column) => column !== undefined);
  const header = hasHeader ? first?.cells : undefined;
  const body = hasHeader ? rows.slice(1) : rows;
  const columns = hasHeader ? titled : guessColumns(body);
  return {
    header,
    columns: columns.flatMap((column) => column ?? []),
    unknown: (header ?? []).filter((title, index) => !columns[index] && title.trim() !== ""),
    rows: body.map(({ line, cells }) => ({ line, cells, values: readCells(cells, columns) })),
  };
}

function columnOf(title: string): ColumnName | undefined {
  const text = normalizeCharacters(title).trim();
  return COLUMNS.find((column) => TITLES[column].test(text));
}

/** Surname and first name in columns of their own are one name, in the order of the file. */
function readCells(cells: readonly string[], columns: readonly (ColumnName | undefined)[]): Cells {
  const values: Cells = {};
  for (const [index, column] of columns.entries()) {
    const text = (cells[index] ?? "").trim();
    if (column === undefined || text === "") continue;
    values[column] = column === "name" && values.name ? `${values.name} ${text}` : text;
  }
  const { name = "" } = values;
  if (columns.length > 1 || values.extension !== undefined) return values;
  // A list of one column: `214 Anna Petrova` or `Anna Petrova, 214`.
  const [, before, after] = /^(\d{3,5})[\s,;:–—-]+(\p{L}.*)$/u.exec(name) ?? [];
  if (before !== undefined && after !== undefined) return { extension: before, name: after };
  const [, text, last] = /^(.*\p{L}[^\d]*?)[\s,;:–—(-]+(\d{3,5})\)?$/u.exec(name) ?? [];
  return text === undefined || last === undefined ? values : { extension: last, name: text };
}

/** Rows that are looked at to guess what a column holds. */
const LOOKED_AT = 50;

function guessColumns(rows: readonly CsvRow[]): (ColumnName | undefined)[] {
  const sample = rows.slice(0, LOOKED_AT);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const left = new Set<ColumnName>(["extension", "phone", "name", "role"]);
  const take = (column: ColumnName) => (left.delete(column) ? column : undefined);
  return Array.from({ length: width }, (_, index) => {
    const texts = sample.map(({ cells }) => (cells[index] ?? "").trim()).filter(Boolean);
    if (texts.length === 0) return undefined;
    if (texts.every((text) => /^\d{3,5}$/.test(text))) return take("extension");
    if (texts.every((text) => text.replaceAll(/\D/g, "").length >= 10 && !/\p{L}{2}/u.test(text)))
      return take("phone");
    return texts.some((text) => /\p{L}/u.test(text)) ? (take("name") ?? take("role")) : undefined;
  });
}

/** A whole number as spreadsheets write it (`214`, `214,0`); undefined for anything else. */
export function readWhole(text: string): number | undefined {
  const bare = normalizeCharacters(text)
    .replaceAll(/\s/g, "")
    .replace(/[.,]0+$/, "");
  return /^\d{1,15}$/.test(bare) ? Number(bare) : undefined;
}

/**
 * A phone number that a spreadsheet has turned into `7,9991234567E+10`: its digits where none was
 * lost, undefined where some were, and the text itself where it is no such number.
 */
export function restoreExponent(text: string): string | undefined {
  const match = /^\+?(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(normalizeCharacters(text).trim());
  if (match === null) return text;
  const [, whole = "", fraction = "", exponent = ""] = match;
  // With fewer digits some were rounded away; with more it is no whole number.
  return fraction.length === Number(exponent) ? `+${whole}${fraction}` : undefined;
}
