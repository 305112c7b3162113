import Button from "@mui/material/Button";
import { Link } from "react-router";
import { countRows } from "#domain/batch/batch.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Notice } from "#ui/Notice.tsx";
import { useBatch } from "./useBatch.ts";

/** On the list: changes that are being sent, or that wait to be. Nothing once all are done. */
export function BatchNotice() {
  const t = useText();
  const formats = useFormats();
  const state = useBatch();
  if (state === undefined) return null;
  const { rows, running } = state;
  const { done, failed, open, sending, unknown } = countRows(rows);
  if (done === rows.length) return null;
  const words = [
    t("batch.progress", { done: formats.number(done), n: formats.number(rows.length) }),
    ...(failed > 0 ? [t("batch.failed", { n: failed })] : []),
    ...(unknown + sending > 0 && !running ? [t("batch.unknown", { n: unknown + sending })] : []),
    ...(open > 0 && !running ? [t("batch.open", { n: open })] : []),
  ];
  return (
    <Notice
      tone={running ? "note" : "attention"}
      quiet={running}
      action={
        <Button component={Link} to={paths.sipBatch()} size="small">
          {t("batch.look")}
        </Button>
      }
    >
      {t("batch.title")}: {words.join(" · ")}
    </Notice>
  );
}
