import Button from "@mui/material/Button";
import { useEffect, useId, useRef, useState } from "react";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import type { JournalFilter } from "#domain/journal/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { csvSeparator } from "#lib/csv.ts";
import { download } from "#lib/download.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { toast } from "#ui/toasts.ts";
import {
  csvHeader,
  EXPORT_FORMATS,
  type ExportFormat,
  readPages,
  toCsv,
  toJsonLines,
} from "./export.ts";
import styles from "./Journal.module.css";

interface Props {
  filter: JournalFilter;
  filtered: boolean;
  onClose: () => void;
}

const TYPES = { csv: "text/csv;charset=utf-8", jsonl: "application/x-ndjson" };

/** Saves what the filter shows, all pages of it, as a file. */
export function ExportDialog({ filter, filtered, onClose }: Props) {
  const t = useText();
  const formats = useFormats();
  const group = useId();
  const [format, setFormat] = useState<ExportFormat>("csv");
  const { progress, failure, save } = useExport(filter, onClose);
  const isRunning = progress !== undefined;
  return (
    <ConfirmDialog
      title={t("journal.exportTitle")}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" loading={isRunning} onClick={() => void save(format)}>
            {t("journal.exportSave")}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t("ui.cancel")}
          </Button>
        </>
      }
    >
      <p>{t(filtered ? "journal.exportFiltered" : "journal.exportAll")}</p>
      <fieldset className={`stack gap-8 ${styles.formats}`} disabled={isRunning}>
        <legend className="visually-hidden">{t("journal.exportFormat")}</legend>
        {EXPORT_FORMATS.map((one) => (
          <label key={one} className="beside gap-8">
            <input
              type="radio"
              name={group}
              checked={format === one}
              onChange={() => setFormat(one)}
            />
            <span>
              {t(`journal.export.${one}`)}
              <span className={`small muted ${styles.formatHelp}`}>
                {t(`journal.export.${one}Help`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p role="status" className="small muted tabular">
        {isRunning && t("journal.exportProgress", { count: formats.number(progress) })}
      </p>
      {failure !== undefined && <ErrorNotice error={failure.error} />}
    </ConfirmDialog>
  );
}

/** Reads and saves; ends with the dialog. */
function useExport(filter: JournalFilter, onDone: () => void) {
  const t = useText();
  const locale = useLocale();
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const save = async (format: ExportFormat) => {
    const { signal } = (controller.current = new AbortController());
    const csv = { t, separator: csvSeparator(locale) };
    setFailure(undefined);
    setProgress(0);
    let count = 0;
    try {
      const pages = await readPages({
        filter,
        signal,
        write: (entries) => (format === "csv" ? toCsv(entries, csv) : toJsonLines(entries)),
        onProgress: (read) => {
          count = read;
          setProgress(read);
        },
      });
      const parts = format === "csv" ? [csvHeader(csv), ...pages] : pages;
      download(parts, `pult-journal-${today()}.${format}`, TYPES[format]);
      toast("success", t("journal.exported", { n: count }));
      onDone();
    } catch (error) {
      if (signal.aborted) return;
      setFailure({ error });
      setProgress(undefined);
    }
  };
  return { progress, failure, save };
}

/** This browser's date, as `2026-11-21`. */
function today(): string {
  return new Intl.DateTimeFormat("sv").format(new Date());
}
