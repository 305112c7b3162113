import Button from "@mui/material/Button";
import type { BatchRow } from "#domain/batch/batch.ts";
import type { BatchState } from "#domain/batch/state.ts";
import { useLocale } from "#i18n/messages.ts";
import { type Text, useText } from "#i18n/texts.ts";
import { csvSeparator, csvText, downloadCsv } from "#lib/csv.ts";
import { useChangeNames } from "./ChangesTable.tsx";
import { changeLines } from "./changeText.ts";

/** Saves what became of each row; of a list, the list itself with what became of each line. */
export function ResultButton({ state: { batch, rows } }: { state: BatchState }) {
  const t = useText();
  const locale = useLocale();
  const names = useChangeNames();
  const save = () => {
    const table = batch.list === undefined ? tableOf() : tableOfList(batch.list, rows, t);
    downloadCsv(csvText(table, csvSeparator(locale)), "pult-result.csv");
  };
  const tableOf = () => [
    [
      ...(["number", "name", "change"] as const).map((column) => t(`batch.csv.${column}`)),
      ...resultHeader(t),
    ],
    ...rows.map((row) => [
      row.number,
      row.name,
      changeLines(row, t, names).join("; "),
      ...resultCells(row, t),
    ]),
  ];
  return <Button onClick={save}>{t("batch.result")}</Button>;
}

const resultHeader = (t: Text) => [t("batch.csv.status"), t("batch.csv.id"), t("batch.csv.reason")];

function resultCells({ status, step, createdId, reason }: BatchRow, t: Text): string[] {
  const id = createdId ?? ("id" in step ? step.id : undefined);
  return [t(`batch.status.${status}`), String(id ?? ""), reason ?? ""];
}

/** The lines as they were given, each with its result; of what was not sent, why not. */
function tableOfList(
  { header, lines }: NonNullable<BatchState["batch"]["list"]>,
  rows: readonly BatchRow[],
  t: Text,
): string[][] {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const width = lines.reduce(
    (most, { cells }) => Math.max(most, cells.length),
    header?.length ?? 0,
  );
  const padded = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, index) => cells[index] ?? "");
  const table = lines.map(({ line, cells, note }) => {
    const row = byLine.get(line);
    const result =
      row === undefined ? [t("batch.status.open"), "", note ?? ""] : resultCells(row, t);
    return [...padded(cells), ...result];
  });
  return header === undefined ? table : [[...padded(header), ...resultHeader(t)], ...table];
}
