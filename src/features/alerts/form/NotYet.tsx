import type { UseQueryResult } from "@tanstack/react-query";
import { ListLoading } from "#common/ListLoading.tsx";
import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { useText } from "#i18n/texts.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import panelStyles from "#ui/SidePanel.module.css";

interface Props {
  /** The list that has what is to be edited. */
  list: UseQueryResult;
  loadingText: string;
  /** Says that the list does not have it; undefined while more than the list is missing. */
  goneText: string | undefined;
}

/** In place of a form: what it edits is loading, can't be read, or is gone. */
export function NotYet({ list, loadingText, goneText }: Props) {
  const t = useText();
  const content = () => {
    if (list.data !== undefined && goneText !== undefined) {
      return <EmptyState icon="warning" title={goneText} text={t("alerts.missingText")} />;
    }
    if (list.data === undefined && list.isError) {
      return <LoadErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
    }
    return <ListLoading failure={list.failureReason} label={loadingText} />;
  };
  return <div className={panelStyles.body}>{content()}</div>;
}
