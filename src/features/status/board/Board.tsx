import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { listSipAccounts, listSipStatuses } from "#api/sip.ts";
import { shareText } from "#common/history/figuresText.ts";
import { ListScreen } from "#common/list/ListScreen.tsx";
import { useListView } from "#common/list/useListView.ts";
import { isEmptyList, requestedAt } from "#common/query.ts";
import { NoAccountMatch } from "#common/sip/NoAccountMatch.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { statusesQuery } from "#domain/sip/queries.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import { useDensity } from "#ui/table/density.ts";
import list from "#ui/table/List.module.css";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useTabBadge } from "../watch/tabBadge.ts";
import { Age } from "./Age.tsx";
import styles from "./Board.module.css";
import { useColumns } from "./columns.tsx";
import { Counters } from "./Counters.tsx";
import { POLL_INTERVALS } from "../pollInterval.ts";
import { pollNow } from "./pollNow.ts";
import type { BoardRow } from "./rows.ts";
import type { useBoard } from "./useBoard.ts";
import { boardView, LOW_SHARE } from "./view.ts";

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
  const navigate = useNavigate();
  const { search } = useLocation();
  const { rows, accounts, statuses } = board;
  const office = useMemo(() => boardView.count(rows), [rows]);
  const state = useListView(boardView, rows);
  const { view, counts, change } = state;
  const share = shareText(LOW_SHARE, useLocale());
  // What is not known is not "nobody".
  const isWeekKnown = rows.some(({ week }) => week !== undefined);
  const other = view.only ?? (view.week && !isWeekKnown ? "unread" : view.week);
  const { rowHeight } = useDensity();
  const columns = useColumns();
  const complete = accounts.data?.complete === true;
  const known = statuses.data !== undefined;
  useTabBadge(known && complete ? office.state.offline : undefined);
  const open = useCallback(
    ({ id }: BoardRow) =>
      void navigate(
        { pathname: paths.statusAccount(id), search },
        { state: OVER_PAGE, preventScrollReset: true },
      ),
    [navigate, search],
  );
  if (accounts.data !== undefined && isEmptyList(accounts.data)) return <NoAccounts />;
  return (
    <ListScreen
      list={accounts}
      pages={accounts}
      sources={[
        {
          query: statuses,
          subject: t("board.statuses"),
          // Not from `statuses`: react-query tracks that access and would render at every poll.
          fetchedAt: () =>
            requestedAt(client.getQueryCache().find({ queryKey: statusesQuery().queryKey })),
        },
        { query: accounts },
      ]}
      everyFailure
      invalidRows={[
        { rows: accounts.data?.invalidRows, operation: listSipAccounts },
        { rows: statuses.data?.invalidRows, operation: listSipStatuses },
      ]}
      loadingText={t("board.loading")}
      search={{ label: t("board.search"), hint: t("board.searchHint") }}
      notices={!board.stored && <Notice tone="attention">{t("board.notStored")}</Notice>}
      state={state}
      summary={
        <Counters
          counts={counts.state}
          known={known}
          complete={complete}
          chosen={view.state}
          onChoose={(chosen) => change({ state: chosen })}
        />
      }
      filters={{
        label: t("board.filter"),
        all: t("board.all"),
        choices: {
          only: (["watched", "flapping"] as const).map((value) => ({
            value,
            text: t(`board.only.${value}`),
          })),
          week: (["dropped", "low"] as const).map((value) => ({
            value,
            text: t(`board.week.${value}`, { share }),
          })),
        },
      }}
      sort={{ label: t("board.sort"), text: (by) => t(`board.column.${by}`) }}
      options={
        <label className={list.choice}>
          {t("board.every")}
          <select value={every} onChange={(event) => onEvery(Number(event.target.value))}>
            {POLL_INTERVALS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {t("board.seconds", { n: seconds })}
              </option>
            ))}
          </select>
        </label>
      }
      freshness={
        <>
          <Age every={every} />
          <Refresh />
        </>
      }
      renderNoMatch={(onClear) => (
        <NoAccountMatch
          q={view.q}
          state={view.state}
          otherFilterText={
            other && {
              title: t(`board.none.${other}`, { share }),
              text: t(`board.noneText.${other}`),
              good: other !== "watched" && other !== "unread",
            }
          }
          counts={{ ...office.state, all: office.all }}
          complete={complete}
          onClear={onClear}
        />
      )}
      table={{
        label: t("board.table", { n: state.shown.length }),
        className: styles.table,
        columns,
        rowHeight,
        onOpen: open,
      }}
    />
  );
}

/** Polls now, bypassing the proxy's shared responses. */
function Refresh() {
  const t = useText();
  const client = useQueryClient();
  const asking = useSingleFlight();
  return (
    <button
      type="button"
      className={`bare muted ${list.refresh} ${styles.refresh}`}
      aria-label={t("fresh.refresh")}
      title={t("fresh.refresh")}
      data-busy={asking.running || undefined}
      onClick={() => void asking.run(() => pollNow(client))}
    >
      <Icon name="refresh" size={16} />
    </button>
  );
}

/** Nothing to watch yet: what the board is for, and a link to create the first account. */
function NoAccounts() {
  const t = useText();
  return (
    <EmptyState
      icon="pulse"
      title={t("board.empty")}
      text={t("board.emptyText")}
      actions={
        <Button component={Link} to={paths.sip()} variant="outlined">
          {t("board.emptyAction")}
        </Button>
      }
    />
  );
}
