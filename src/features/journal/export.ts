import { call } from "#api/client.ts";
import { type JournalEntry, listJournal } from "#api/journal.ts";
import { actionText, actorText, differences } from "#common/journal/describe.ts";
import type { JournalFilter } from "#domain/journal/queries.ts";
import type { Text } from "#i18n/texts.ts";
import { BOM, csvRows, type CsvSeparator } from "#lib/csv.ts";

export const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** As many as the server gives at once. */
const PAGE_SIZE = 200;

interface ExportOptions {
  filter: JournalFilter;
  /** Writes a page as text. */
  write: (entries: readonly JournalEntry[]) => string;
  /** Called with the number of entries so far. */
  onProgress: (count: number) => void;
  signal: AbortSignal;
}

/**
 * Reads all entries of a filter, newest first, page by page; returns the text of each page. Throws as
 * `call` does.
 */
export async function readPages(options: ExportOptions): Promise<string[]> {
  const { filter, write, onProgress, signal } = options;
  const pages: string[] = [];
  let before: number | undefined;
  let count = 0;
  for (;;) {
    const query = { ...filter, limit: PAGE_SIZE, before };
    const { items, next } = (await call(listJournal, { query }, { signal })).data;
    pages.push(write(items));
    count += items.length;
    onProgress(count);
    if (next === null) return pages;
    before = next;
  }
}

export const toJsonLines = (entries: readonly JournalEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");

const COLUMNS = [
  "at",
  "actor",
  "action",
  "kind",
  "object",
  "number",
  "name",
  "changes",
  "outcome",
  "message",
  "batch",
  "entry",
  "undoes",
  "undoneBy",
] as const;

export interface CsvOptions {
  t: Text;
  separator: CsvSeparator;
}

/** The first line, with the mark that tells Excel the encoding. */
export function csvHeader({ t, separator }: CsvOptions): string {
  return BOM + csvRows([COLUMNS.map((column) => t(`journal.csv.${column}`))], separator);
}

export function toCsv(entries: readonly JournalEntry[], { t, separator }: CsvOptions): string {
  const rows = entries.map((entry) => {
    const { at, actor, object, outcome, message, batch, id, undoes, undoneBy } = entry;
    const changes = differences(entry, t).map(
      ({ field, from = "", to = "" }) => `${field}: ${from} → ${to}`,
    );
    const cells: Record<(typeof COLUMNS)[number], string | number | null> = {
      at: localTime(at),
      actor: actorText(actor, t) || actor,
      action: actionText(entry, t),
      kind: t(`journal.kind.${object.kind}`),
      object: object.id,
      number: object.number,
      name: object.name,
      changes: changes.join("; "),
      outcome: t(`journal.outcome.${outcome}`),
      message,
      batch,
      entry: id,
      undoes,
      undoneBy,
    };
    return COLUMNS.map((column) => String(cells[column] ?? ""));
  });
  return csvRows(rows, separator);
}

/** `2026-11-21 14:02:59`, in this browser's time zone: spreadsheets read it as a moment. */
function localTime(at: string): string {
  const format = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "medium" });
  return format.format(new Date(at));
}
