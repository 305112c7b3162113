import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listExternalNumbers, listExternalStatuses } from "#api/externalNumbers.ts";
import type { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import list from "#ui/table/List.module.css";
import { useText } from "#i18n/texts.ts";

interface Props {
  numbers: ReturnType<typeof useExternalRows>;
  onRetry: () => void;
}

/** What could not be refreshed, and how old what stands instead is. */
export function ListNotices({ numbers: external, onRetry }: Props) {
  const { list: numbers, registrations } = external;
  const t = useText();
  const byList = registrations.dataUpdatedAt < numbers.dataUpdatedAt;
  return (
    <div className={list.notices}>
      {numbers.isError && (
        <StaleNotice error={numbers.error} at={numbers.dataUpdatedAt} onRetry={onRetry} />
      )}
      {registrations.isError && !numbers.isError && (
        <StaleNotice
          error={registrations.error}
          // The list tells who is registered too: whichever is newer is shown.
          at={Math.max(numbers.dataUpdatedAt, registrations.dataUpdatedAt)}
          onRetry={onRetry}
          subject={t("external.registrations")}
          consequence={byList ? t("external.byList") : undefined}
        />
      )}
      <InvalidRowsNotice rows={external.invalidRows} operation={listExternalNumbers} />
      <InvalidRowsNotice rows={external.invalidRegistrations} operation={listExternalStatuses} />
    </div>
  );
}
