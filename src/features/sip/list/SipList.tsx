import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listSipAccounts, listSipStatuses } from "#api/sip.ts";
import { isEmptyList } from "#common/query.ts";
import { useCallback, useDeferredValue, useMemo } from "react";
import { useNavigate } from "react-router";
import { LoadProgress } from "#common/LoadProgress.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { useFormats } from "#i18n/format.ts";
import { paths } from "#paths";
import { DataTable } from "#ui/table/DataTable.tsx";
import { useDensity } from "#ui/table/density.ts";
import list from "#ui/table/List.module.css";
import { useAddressView } from "#ui/table/useAddressView.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { useText } from "#i18n/texts.ts";
import { applyView, countRows, readView, changeSort, writeView } from "../view.ts";
import { useColumns } from "./columns.tsx";
import { DensityButton } from "./DensityButton.tsx";
import { NoAccounts } from "./NoAccounts.tsx";
import { SipFilters } from "./SipFilters.tsx";
import styles from "./SipTable.module.css";
import { useSipRows } from "#domain/sip/useSipRows.ts";

const NoAccountShown = lazyPart(
  async () => (await import("#common/sip/NoAccountMatch.tsx")).NoAccountMatch,
  () => undefined,
);

export function SipList() {
  const t = useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const { view, change } = useAddressView(readView, writeView);
  const { rows, accounts, statuses } = useSipRows();
  const density = useDensity();
  const columns = useColumns();
  // Rendered piece by piece, so that the many first rows hold up nothing.
  const ready = useDeferredValue(accounts.data !== undefined);
  // Typing comes first: the table may follow a moment later.
  const shownView = useDeferredValue(view);
  const shown = useMemo(() => applyView(rows, shownView), [rows, shownView]);
  const counts = useMemo(() => countRows(rows, shownView), [rows, shownView]);

  // Stable, as the rows' renders go by it.
  const open = useCallback((row: SipRow) => void navigate(paths.sipAccount(row.id)), [navigate]);
  const refresh = () => {
    void accounts.refetch();
    void statuses.refetch();
  };
  if (accounts.data === undefined || !ready) {
    if (accounts.data === undefined && accounts.isError)
      return <ErrorState error={accounts.error} onRetry={refresh} />;
    return <ListLoading failure={accounts.failureReason} label={t("sip.loading")} />;
  }
  const { complete, invalidRows } = accounts.data;
  const total = rows.length + invalidRows.length;
  if (isEmptyList(accounts.data)) return <NoAccounts />;
  const stale = accounts.isError && complete ? accounts : statuses;
  const updatedAt = Math.min(accounts.dataUpdatedAt, statuses.dataUpdatedAt || Infinity);
  return (
    <>
      <div className={list.notices}>
        {stale.isError && (
          <StaleNotice
            error={stale.error}
            at={stale.dataUpdatedAt}
            onRetry={refresh}
            {...(stale === statuses ? { subject: t("sip.statuses") } : {})}
          />
        )}
        <LoadProgress list={accounts} loaded={rows.length} onRetry={refresh} />
        <InvalidRowsNotice rows={invalidRows} operation={listSipAccounts} />
        <InvalidRowsNotice rows={statuses.data?.invalidRows} operation={listSipStatuses} />
      </div>
      <SipFilters view={view} counts={counts} onChange={change}>
        <Freshness
          at={accounts.isError || statuses.isError ? undefined : updatedAt}
          fetching={accounts.isFetching || statuses.isLoading}
          failure={(accounts.isFetching ? accounts : statuses).failureReason}
          onRefresh={refresh}
        >
          <span role="status">
            {shown.length === total
              ? t("sip.shown", { n: rows.length })
              : t("sip.shownOf", { n: formats.number(shown.length), total })}
          </span>
        </Freshness>
        <DensityButton compact={density.compact} onToggle={density.toggle} />
      </SipFilters>
      {shown.length === 0 && rows.length > 0 ? (
        <NoAccountShown
          q={view.q}
          state={view.state}
          otherFilterText={
            view.noCallerId ? { title: t("sip.noneNoCallerId"), good: true } : undefined
          }
          counts={countRows(rows)}
          complete={complete}
          onClear={() => change({ q: "", state: undefined, noCallerId: false })}
        />
      ) : (
        <DataTable<SipRow>
          label={`${t("sip.title")}: ${formats.number(rows.length)}`}
          className={styles.table}
          columns={columns}
          rows={shown}
          rowHeight={density.rowHeight}
          sort={view.sort}
          onSort={(by) => change({ sort: changeSort(view, by) })}
          onOpen={open}
        />
      )}
    </>
  );
}
