import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listSipAccounts, listSipStatuses } from "#api/sip.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { requestedAt, isEmptyList } from "#common/query.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { statusesQuery } from "#domain/sip/queries.ts";
import { NoAccountMatch } from "#common/sip/NoAccountMatch.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { DataTable } from "#ui/table/DataTable.tsx";
import { useDensity } from "#ui/table/density.ts";
import list from "#ui/table/List.module.css";
import { useAddressView } from "#ui/table/useAddressView.ts";
import { useText } from "#i18n/texts.ts";
import { useTabBadge } from "../watch/tabBadge.ts";
import { BoardNotices } from "./BoardNotices.tsx";
import styles from "./BoardTable.module.css";
import { useColumns } from "./columns.tsx";
import { Counters } from "./Counters.tsx";
import { NoAccounts } from "./NoAccounts.tsx";
import type { BoardRow } from "./rows.ts";
import { Toolbar } from "./Toolbar.tsx";
import type { useBoard } from "./useBoard.ts";
import { NO_FILTERS, applyView, countRows, readView, changeSort, writeView } from "./view.ts";

interface Props {
  board: ReturnType<typeof useBoard>;
  /** Seconds between two polls. */
  every: number;
  onEvery: (seconds: number) => void;
}

/** The counters and the table, or a loading, empty or error state. */
export function Board({ board, every, onEvery }: Props) {
  const t = useText();
  const client = useQueryClient();
  const { rows, accounts, statuses } = board;
  const { rowHeight } = useDensity();
  const { view, change } = useAddressView(readView, writeView);
  const office = useMemo(() => countRows(rows), [rows]);
  const counts = useMemo(() => countRows(rows, view), [rows, view]);
  const known = statuses.data !== undefined && accounts.data?.complete === true;
  useTabBadge(known ? office.offline : undefined);
  const retry = () => {
    void accounts.refetch();
    void statuses.refetch();
  };
  if (accounts.data === undefined) {
    if (accounts.isError) return <ErrorState error={accounts.error} onRetry={retry} />;
    return <ListLoading failure={accounts.failureReason} label={t("board.loading")} />;
  }
  const { complete } = accounts.data;
  if (isEmptyList(accounts.data)) return <NoAccounts />;
  return (
    <>
      <div className={list.notices}>
        {statuses.isError && (
          <StaleNotice
            error={statuses.error}
            // Not from `statuses`: react-query tracks that access and would render at every poll.
            at={requestedAt(client.getQueryCache().find({ queryKey: statusesQuery().queryKey }))}
            onRetry={retry}
            subject={t("board.statuses")}
          />
        )}
        <BoardNotices accounts={accounts} stored={board.stored} onRetry={retry} />
        <InvalidRowsNotice rows={accounts.data.invalidRows} operation={listSipAccounts} />
        <InvalidRowsNotice rows={statuses.data?.invalidRows} operation={listSipStatuses} />
      </div>
      <Counters
        counts={counts}
        known={statuses.data !== undefined}
        complete={complete}
        view={view}
        onChange={change}
      />
      <Toolbar view={view} counts={counts} every={every} onEvery={onEvery} onChange={change} />
      <Table rows={rows} complete={complete} rowHeight={rowHeight} />
    </>
  );
}

interface TableProps {
  rows: readonly BoardRow[];
  complete: boolean;
  rowHeight: number;
}

function Table({ rows, complete, rowHeight }: TableProps) {
  const t = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { view, change } = useAddressView(readView, writeView);
  const columns = useColumns();
  // Typing comes first: the table may follow a moment later.
  const shownView = useDeferredValue(view);
  const shown = useMemo(() => applyView(rows, shownView), [rows, shownView]);
  const open = useCallback(
    ({ id }: BoardRow) =>
      void navigate(
        { pathname: paths.statusAccount(id), search },
        { state: OVER_PAGE, preventScrollReset: true },
      ),
    [navigate, search],
  );
  if (shown.length === 0 && rows.length > 0) {
    const other = view.only && {
      title: t(`board.none.${view.only}`),
      text: t(`board.noneText.${view.only}`),
      good: view.only === "flapping",
    };
    return (
      <NoAccountMatch
        q={view.q}
        state={view.state}
        otherFilterText={other}
        counts={countRows(rows)}
        complete={complete}
        onClear={() => change(NO_FILTERS)}
      />
    );
  }
  return (
    <DataTable<BoardRow>
      label={t("board.table", { n: shown.length })}
      className={styles.table}
      columns={columns}
      rows={shown}
      rowHeight={rowHeight}
      sort={view.sort}
      onSort={(by) => change({ sort: changeSort(view, by) })}
      onOpen={open}
    />
  );
}
