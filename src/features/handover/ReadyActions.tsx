import Button from "@mui/material/Button";
import { useCallback, useState } from "react";
import type { Credentials } from "#domain/handover/credentials.ts";
import { useFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { BOM, csvSeparator, downloadCsv } from "#lib/csv.ts";
import { download } from "#lib/download.ts";
import { toast } from "#ui/toasts.ts";
import { messageText, tableText } from "./messages.ts";
import { PrintSheet } from "./PrintSheet.tsx";
import { useCopySecret } from "./useCopySecret.ts";

interface Props {
  /** Those whose passwords have been read. */
  all: readonly (Credentials & { id: number })[];
  /** How many are handed over. */
  of: number;
  isRunning: boolean;
}

/** What can be done with all that has been read. */
export function ReadyActions({ all, of, isRunning }: Props) {
  const t = useText();
  const formats = useFormats();
  const locale = useLocale();
  const copy = useCopySecret();
  const [isPrinting, setIsPrinting] = useState(false);
  const endPrinting = useCallback(() => setIsPrinting(false), []);
  const n = all.length;
  const messages = () => all.map((one) => messageText(one, t)).join("\n\n\n");
  const saveMessages = () => {
    const file = "pult-messages.txt";
    download([BOM, messages()], file, "text/plain;charset=utf-8");
    toast("success", t("handover.downloaded", { file }));
  };
  const saveCsv = () => {
    const file = "pult-accounts.csv";
    downloadCsv(BOM + tableText(all, csvSeparator(locale), t), file);
    toast("success", t("handover.downloaded", { file }));
  };
  return (
    <section className="stack gap-12">
      <p role="status" className="small strong">
        {!isRunning && t("handover.ready", { n, all: formats.number(of) })}
      </p>
      <div className="buttons">
        <Button variant="contained" onClick={() => setIsPrinting(true)}>
          {t("handover.printAll", { n })}
        </Button>
        <Button
          variant="outlined"
          onClick={() =>
            void copy(Promise.resolve(messages()), t("handover.copiedMessages", { n }))
          }
        >
          {t("handover.copyMessages")}
        </Button>
        <Button
          variant="outlined"
          onClick={() =>
            void copy(Promise.resolve(tableText(all, "\t", t)), t("handover.copiedTable", { n }))
          }
        >
          {t("handover.copyTable")}
        </Button>
        <Button variant="outlined" onClick={saveMessages}>
          {t("handover.downloadMessages")}
        </Button>
        <Button variant="outlined" onClick={saveCsv}>
          {t("handover.downloadCsv")}
        </Button>
      </div>
      <p className="small muted">{t("handover.csvWarning")}</p>
      {isPrinting && <PrintSheet cards={all} onDone={endPrinting} />}
    </section>
  );
}
