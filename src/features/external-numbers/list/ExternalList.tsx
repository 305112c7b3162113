import { useCallback, useDeferredValue, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import type { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { NoMatch } from "#common/NoMatch.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useFormats } from "#i18n/format.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { useDensity } from "#ui/table/density.ts";
import { useAddressView } from "#ui/table/useAddressView.ts";
import { useText } from "#i18n/texts.ts";
import { detailsPath } from "../places.ts";
import { applyView, countRows, readView, changeSort, writeView } from "../view.ts";
import { useColumns } from "./columns.tsx";
import { ExternalFilters } from "./ExternalFilters.tsx";
import styles from "./ExternalTable.module.css";
import { ListNotices } from "./ListNotices.tsx";
import { NoNumbers } from "./NoNumbers.tsx";

export function ExternalList({ numbers }: { numbers: ReturnType<typeof useExternalRows> }) {
  const t = useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { view, change } = useAddressView(readView, writeView);
  const { rows, list, registrations } = numbers;
  const { rowHeight } = useDensity();
  const columns = useColumns();
  // Typing comes first: the table may follow a moment later.
  const shownView = useDeferredValue(view);
  const shown = useMemo(() => applyView(rows, shownView), [rows, shownView]);
  const counts = useMemo(() => countRows(rows, shownView), [rows, shownView]);
  const open = useCallback(
    (row: ExternalRow) =>
      void navigate(detailsPath(row, search), { state: OVER_PAGE, preventScrollReset: true }),
    [navigate, search],
  );
  const refresh = () => {
    void list.refetch();
    if (rows.some(({ kind }) => kind === "ate")) void registrations.refetch();
  };
  if (list.data === undefined) {
    if (list.isError) return <ErrorState error={list.error} onRetry={refresh} />;
    return <ListLoading failure={list.failureReason} label={t("external.loading")} />;
  }
  if (rows.length === 0) {
    return (
      <>
        <ListNotices numbers={numbers} onRetry={refresh} />
        {numbers.invalidRows.length === 0 && <NoNumbers />}
      </>
    );
  }
  const total = rows.length + numbers.invalidRows.length;
  const updatedAt = Math.min(list.dataUpdatedAt, registrations.dataUpdatedAt || Infinity);
  return (
    <>
      <ListNotices numbers={numbers} onRetry={refresh} />
      <ExternalFilters view={view} counts={counts} onChange={change}>
        <Freshness
          at={list.isError || registrations.isError ? undefined : updatedAt}
          fetching={list.isFetching || registrations.isLoading}
          failure={(list.isFetching ? list : registrations).failureReason}
          onRefresh={refresh}
        >
          <span role="status">
            {shown.length === total
              ? t("external.shown", { n: rows.length })
              : t("external.shownOf", { n: formats.number(shown.length), total })}
          </span>
        </Freshness>
      </ExternalFilters>
      {shown.length === 0 ? (
        <NoMatch
          q={view.q}
          filtered={view.state !== undefined || view.kind !== undefined}
          filterText={
            view.state === "lost" && view.kind === undefined
              ? { title: t("external.noneLost"), text: t("external.noneLostText"), good: true }
              : undefined
          }
          complete
          onClear={() => change({ q: "", state: undefined, kind: undefined })}
        />
      ) : (
        <DataTable<ExternalRow>
          label={`${t("external.title")}: ${formats.number(rows.length)}`}
          className={styles.table}
          columns={columns}
          rows={shown}
          rowHeight={rowHeight}
          sort={view.sort}
          onSort={(by) => change({ sort: changeSort(view, by) })}
          onOpen={open}
        />
      )}
    </>
  );
}
