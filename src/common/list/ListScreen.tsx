import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import type { Operation } from "#api/operation.ts";
import type { InvalidRow } from "#api/parseResponse.ts";
import { useFormats } from "#i18n/format.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import styles from "#ui/table/List.module.css";
import type { TableProps } from "#ui/table/TableFrame.tsx";
import { ErrorState } from "../ErrorState.tsx";
import { Freshness } from "../Freshness.tsx";
import { InvalidRowsNotice } from "../invalidRows/InvalidRowsNotice.tsx";
import { ListLoading } from "../ListLoading.tsx";
import { LoadProgress } from "../LoadProgress.tsx";
import { NoMatch, type NoMatchText } from "../NoMatch.tsx";
import type { Collected } from "../query.ts";
import { StaleNotice } from "../StaleNotice.tsx";
import type { FilterValues } from "./createListView.ts";
import { type FilterChoices, ListBar, type SortChoices } from "./ListBar.tsx";
import { ListSearch, type SearchTexts } from "./ListSearch.tsx";
import type { ListState } from "./useListView.ts";

/** One of the queries that the rows are made of. */
export interface ListSource {
  query: Pick<
    UseQueryResult,
    "isError" | "error" | "dataUpdatedAt" | "isFetching" | "isLoading" | "failureReason" | "refetch"
  >;
  /** What it reads, where that is not the list itself. */
  subject?: string;
  /** What its failure means for the user. */
  consequence?: string | undefined;
  /** When its data was fetched, in ms since 1970, where its query does not hold that. */
  fetchedAt?: () => number;
  /** Only its first load is shown: it is polled. */
  quiet?: boolean;
}

/** The queries of a list. */
interface Reads {
  /** The query without which there is no list. */
  list: Pick<UseQueryResult, "data" | "isError" | "error" | "failureReason">;
  /** The same, for a paged list. */
  pages?: Pick<UseQueryResult<Collected<unknown>>, "data" | "isError" | "error">;
  /** All queries, in the order in which failures are shown. */
  sources: readonly ListSource[];
  /** Whether every failure is shown; otherwise only the first one is. */
  everyFailure?: boolean;
  /** The rows that can't be read, by operation; those of the list itself first. */
  invalidRows?: readonly { rows: readonly InvalidRow[] | undefined; operation: Operation }[];
  /** Refetches; by default all sources. */
  onRefresh?: () => void;
}

interface CountTexts {
  /** How many rows there are, when all of them are shown. */
  all: (n: number) => string;
  some: (n: string, total: number) => string;
}

interface Props<
  Row extends { id: number | string },
  Values extends FilterValues,
  By extends string,
> extends Reads {
  state: ListState<Row, Values, By>;
  loadingText: string;
  search: SearchTexts;
  /** Shown in place of bar and table when the list is empty. */
  empty?: ReactNode;
  /** More notices. */
  notices?: ReactNode;
  /** Shown above the bar. */
  summary?: ReactNode;
  filters?: FilterChoices<Values>;
  /** The labels of the sort orders, for phones. */
  sort?: SortChoices<By>;
  /** More controls in the bar, such as a grouping. */
  options?: ReactNode;
  countTexts?: CountTexts;
  /** Shown in place of the number of rows and their age. */
  freshness?: ReactNode;
  /** Shown at the end of the bar. */
  tools?: ReactNode;
  /** The text for filters that match nothing while there is no search. */
  noMatchText?: NoMatchText | undefined;
  /** Replaces what is shown when nothing matches. */
  renderNoMatch?: ((onClear: () => void) => ReactNode) | undefined;
  /** The rows and their order come from `state`. */
  table?: Omit<TableProps<Row>, "rows" | "sort" | "onSort">;
  /** A replacement for the table. */
  children?: ReactNode;
}

/**
 * A list with everything around it: loading, errors, notices about stale or missing data, filters,
 * and what is shown when the list is empty or nothing matches.
 */
export function ListScreen<
  Row extends { id: number | string },
  Values extends FilterValues,
  By extends string,
>(props: Props<Row, Values, By>) {
  const { list, pages, sources, state, countTexts, table } = props;
  const { listView, view, change, rows, shown } = state;
  // Rendered incrementally, so that many rows at first do not block the page.
  const ready = useDeferredValue(list.data !== undefined);
  const refreshAll = () => sources.forEach(({ query }) => void query.refetch());
  const { onRefresh = refreshAll } = props;
  // Before the first return: react-query reports changes only of fields that were read, and a read
  // may fail or end before the deferred rendering.
  const failed = sources.filter(({ query }) => query.isError);
  const fetching = sources.find(({ query, quiet }) => (quiet ? query.isLoading : query.isFetching));
  const shows = list.data !== undefined && ready;
  const notices = shows && <Notices {...props} failed={failed} onRefresh={onRefresh} />;
  if (shows && props.empty) {
    return (
      <>
        {notices}
        {props.empty}
      </>
    );
  }
  const clear = () => change({ ...listView.noFilters, q: "" });
  const noMatch = () =>
    props.renderNoMatch?.(clear) ?? (
      <NoMatch
        q={view.q}
        filtered={listView.isFiltered(view)}
        filterText={props.noMatchText}
        complete={pages?.data?.complete ?? true}
        onClear={clear}
      />
    );
  const unloaded = () =>
    list.data === undefined && list.isError ? (
      <ErrorState error={list.error} onRetry={onRefresh} />
    ) : (
      <ListLoading failure={list.failureReason} label={props.loadingText} />
    );
  return (
    <>
      {notices}
      {shows && props.summary}
      <div className={`${styles.bar} ${props.filters ? "" : styles.plain}`}>
        {/* While the list loads, the search keeps its text and the focus. */}
        <ListSearch {...props.search} />
        {shows && (
          <ListBar state={state} filters={props.filters} sort={props.sort} options={props.options}>
            {countTexts && (
              <CountAndAge
                {...props}
                isFailed={failed.length > 0}
                fetching={fetching?.query}
                texts={countTexts}
                shown={shown.length}
                loaded={rows.length}
                onRefresh={onRefresh}
              />
            )}
            {props.freshness}
            {props.tools}
          </ListBar>
        )}
      </div>
      {!shows ? (
        unloaded()
      ) : shown.length === 0 && rows.length > 0 ? (
        noMatch()
      ) : (
        <>
          {table && (
            <DataTable<Row>
              {...table}
              rows={shown}
              sort={view.sort}
              onSort={(by) => change({ sort: listView.changeSort(view, by) })}
            />
          )}
          {props.children}
        </>
      )}
    </>
  );
}

interface NoticesProps extends Reads {
  failed: readonly ListSource[];
  state: { rows: readonly unknown[] };
  notices?: ReactNode;
  onRefresh: () => void;
}

/** Notices about what is stale, missing or still loading. */
function Notices({
  pages,
  failed,
  everyFailure = false,
  invalidRows,
  state,
  notices,
  onRefresh,
}: NoticesProps) {
  // An incomplete list has a notice of its own.
  const reported = failed.filter(
    ({ query }) => !(query === pages && pages.data?.complete === false),
  );
  return (
    <div className={styles.notices}>
      {(everyFailure ? reported : reported.slice(0, 1)).map(
        ({ query, fetchedAt, subject, consequence }) => (
          <StaleNotice
            key={subject ?? ""}
            error={query.error}
            at={fetchedAt?.() ?? query.dataUpdatedAt}
            onRetry={onRefresh}
            subject={subject}
            consequence={consequence}
          />
        ),
      )}
      {pages && <LoadProgress list={pages} loaded={state.rows.length} onRetry={onRefresh} />}
      {notices}
      {invalidRows?.map(({ rows, operation }) => (
        <InvalidRowsNotice key={operation.name} rows={rows} operation={operation} />
      ))}
    </div>
  );
}

interface CountProps extends Reads {
  isFailed: boolean;
  /** The read that is under way. */
  fetching: ListSource["query"] | undefined;
  texts: CountTexts;
  shown: number;
  loaded: number;
  onRefresh: () => void;
}

/** How many rows there are, how many of them are shown, and how old they are. */
function CountAndAge(props: CountProps) {
  const { sources, isFailed, fetching, invalidRows, texts, shown, loaded, onRefresh } = props;
  const formats = useFormats();
  const total = loaded + (invalidRows?.[0]?.rows?.length ?? 0);
  return (
    <Freshness
      at={
        isFailed
          ? undefined
          : Math.min(...sources.map(({ query }) => query.dataUpdatedAt || Infinity))
      }
      fetching={fetching !== undefined}
      failure={fetching?.failureReason ?? null}
      onRefresh={onRefresh}
    >
      <span role="status">
        {shown === total ? texts.all(total) : texts.some(formats.number(shown), total)}
      </span>
    </Freshness>
  );
}
