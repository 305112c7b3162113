import Button from "@mui/material/Button";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ListedSipAccount } from "#api/sip.ts";
import { useErrorText } from "#common/errorText.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import type { Collected } from "#common/query.ts";
import { useFormats } from "#i18n/format.ts";
import { useUiText } from "#ui/messages.ts";
import { Notice } from "#ui/Notice.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useStatusText } from "../messages.ts";

interface Props {
  accounts: UseQueryResult<Collected<ListedSipAccount>>;
  /** Whether what is seen is kept for the next visit. */
  stored: boolean;
  onRetry: () => void;
}

/** What must be known of the list beneath: not whole, cut short, old, or not remembered. */
export function BoardNotices({ accounts, stored, onRetry }: Props) {
  const t = useStatusText();
  const ui = useUiText();
  const formats = useFormats();
  const words = useErrorText();
  const { data, isError, error } = accounts;
  if (data === undefined) return null;
  const n = formats.number(data.items.length);
  const total = data.total === undefined ? "?" : formats.number(data.total);
  const retry = () => {
    // The notice goes, and its button with it.
    focusPageTitle();
    onRetry();
  };
  return (
    <>
      {isError && data.complete && (
        <StaleNotice error={error} at={accounts.dataUpdatedAt} onRetry={onRetry} />
      )}
      {isError && !data.complete && (
        <Notice
          tone="problem"
          urgent
          action={
            <Button size="small" onClick={retry}>
              {ui("ui.retry")}
            </Button>
          }
        >
          {t("board.partial", { n, total, reason: words(error).title })}
        </Notice>
      )}
      {!isError && !data.complete && (
        <Notice tone="attention">{t("board.loadedSoFar", { n, total })}</Notice>
      )}
      {data.cut && <Notice tone="attention">{t("board.cut", { n, total })}</Notice>}
      {!stored && <Notice tone="attention">{t("board.notStored")}</Notice>}
    </>
  );
}
