import Button from "@mui/material/Button";
import { useNames } from "#common/journal/useNames.ts";
import type { BatchState } from "#domain/batch/state.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { csvSeparator, csvText, downloadCsv } from "#lib/csv.ts";
import { changeLines } from "./changeText.ts";

const ABOUT = {
  fields: { aon: 0 },
  object: { kind: "sip", id: null, number: null, name: null },
} as const;

/** Saves what became of each row: with the lines of the file that it came from, if any. */
export function ResultButton({ state: { rows } }: { state: BatchState }) {
  const t = useText();
  const locale = useLocale();
  const names = useNames(ABOUT);
  const save = () => {
    const header = (["line", "number", "name", "change", "status", "id", "reason"] as const).map(
      (column) => t(`batch.csv.${column}`),
    );
    const lines = rows.map((row) => [
      String(row.line ?? ""),
      row.number,
      row.name,
      changeLines(row, t, names).join("; "),
      t(`batch.status.${row.status}`),
      String(row.createdId ?? ("id" in row.step ? row.step.id : "")),
      row.reason ?? "",
    ]);
    downloadCsv(csvText([header, ...lines], csvSeparator(locale)), "pult-result.csv");
  };
  return <Button onClick={save}>{t("batch.result")}</Button>;
}
