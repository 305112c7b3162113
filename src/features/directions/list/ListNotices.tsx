import type { useCountries } from "#domain/directions/useCountries.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { Notice } from "#ui/Notice.tsx";
import list from "#ui/table/List.module.css";
import { useText } from "#i18n/texts.ts";

interface Props extends Pick<ReturnType<typeof useCountries>, "all" | "allowed"> {
  noneOpen: boolean;
  onRetry: () => void;
}

/** What is to be known of the list before one reads it: its age, and what is missing. */
export function ListNotices({ all, allowed, noneOpen, onRetry }: Props) {
  const t = useText();
  return (
    <div className={list.notices}>
      {all.isError && (
        <StaleNotice
          error={all.error}
          at={all.dataUpdatedAt}
          onRetry={onRetry}
          consequence={all.data === undefined ? t("directions.onlyOpen") : undefined}
        />
      )}
      {allowed.isError && (
        <StaleNotice
          error={allowed.error}
          at={allowed.dataUpdatedAt}
          onRetry={onRetry}
          subject={t("directions.allowed")}
          consequence={allowed.data === undefined ? t("directions.locked") : undefined}
        />
      )}
      {noneOpen && (
        <Notice tone="attention">
          <strong>{t("directions.noneOpen")}.</strong> {t("directions.noneOpenText")}
        </Notice>
      )}
    </div>
  );
}
