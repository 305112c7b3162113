import Button from "@mui/material/Button";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "../../Notice.tsx";
import type { FoundDraft } from "./autosave.ts";

interface Props {
  found: FoundDraft;
  onDiscard: () => void;
}

/** The text and the button of `DraftNotice`. */
export function DraftNoticeContent({ found, onDiscard }: Props) {
  const t = useText();
  const time = useMoment()(found.at);
  const any = Object.keys(found.fields).length > 0;
  const needsAttention = found.changed || found.omitted || found.sent;
  return (
    <Notice
      tone={needsAttention ? "attention" : "note"}
      action={
        <Button
          size="small"
          onClick={({ currentTarget }) => {
            // The button disappears with the notice: the focus moves to the form.
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
