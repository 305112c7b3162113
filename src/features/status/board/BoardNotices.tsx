import type { UseQueryResult } from "@tanstack/react-query";
import type { ListedSipAccount } from "#api/sip.ts";
import { LoadProgress } from "#common/LoadProgress.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import type { Collected } from "#common/query.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";

interface Props {
  accounts: UseQueryResult<Collected<ListedSipAccount>>;
  /** Whether observations are stored for the next visit. */
  stored: boolean;
  onRetry: () => void;
}

/** Warnings about the list: incomplete, truncated, outdated, or not stored. */
export function BoardNotices({ accounts, stored, onRetry }: Props) {
  const t = useText();
  const { data, isError, error } = accounts;
  if (data === undefined) return null;
  return (
    <>
      {isError && data.complete && (
        <StaleNotice error={error} at={accounts.dataUpdatedAt} onRetry={onRetry} />
      )}
      <LoadProgress list={accounts} loaded={data.items.length} onRetry={onRetry} />
      {!stored && <Notice tone="attention">{t("board.notStored")}</Notice>}
    </>
  );
}
