import Button from "@mui/material/Button";
import { useMoment } from "#i18n/useMoment.ts";
import { Notice } from "../../Notice.tsx";
import { useFormText } from "../messages.ts";
import type { FoundDraft } from "./autosave.ts";

interface Props {
  found: FoundDraft;
  onDiscard: () => void;
}

/** The words and the button of `DraftNotice`. */
export function DraftNoticeWords({ found, onDiscard }: Props) {
  const t = useFormText();
  const time = useMoment()(found.at);
  const any = Object.keys(found.fields).length > 0;
  const isGrave = found.changed || found.omitted || found.sent;
  return (
    <Notice
      tone={isGrave ? "attention" : "note"}
      action={
        <Button
          size="small"
          onClick={({ currentTarget }) => {
            // It goes away with the notice: the focus goes on to what it has changed.
            currentTarget.closest("form")?.querySelector("input")?.focus();
            onDiscard();
          }}
        >
          {t(any ? "draft.discard" : "draft.understood")}
        </Button>
      }
    >
      {any && <p>{t("draft.restored", { time })}</p>}
      {found.changed && <p>{t("draft.changed")}</p>}
      {found.omitted && <p>{t(any ? "draft.secrets" : "draft.secretOnly", { time })}</p>}
      {found.sent && <p>{t("draft.sent")}</p>}
    </Notice>
  );
}
