import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import { useId } from "react";
import type { JournalEntry } from "#api/journal.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { journalQuery } from "#domain/journal/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useAddressParams } from "#ui/useAddressParams.ts";
import { EntryRow } from "./EntryRow.tsx";
import { isFiltered, readFilter } from "./filter.ts";
import { JournalBar } from "./JournalBar.tsx";
import styles from "./Journal.module.css";

/** `/journal`: who changed what, newest first. */
export function JournalPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("journal.title")} lead={t("journal.lead")} />
      <Journal />
    </>
  );
}

function Journal() {
  const t = useText();
  // The header's search changes the address at each letter.
  const { params, change } = useAddressParams();
  const filter = readFilter(params);
  const query = useInfiniteQuery(journalQuery(filter));
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const refresh = () => void query.refetch();
  return (
    <>
      <JournalBar filter={filter}>
        {query.data !== undefined && (
          <Freshness
            at={query.isError ? undefined : query.dataUpdatedAt}
            fetching={query.isFetching}
            failure={query.failureReason}
            onRefresh={refresh}
          >
            <span role="status">{t("journal.shown", { n: entries.length })}</span>
          </Freshness>
        )}
      </JournalBar>
      {query.data === undefined ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={refresh} />
        ) : (
          <ListLoading failure={query.failureReason} label={t("journal.loading")} />
        )
      ) : (
        <>
          {query.isError && (
            <StaleNotice error={query.error} at={query.dataUpdatedAt} onRetry={refresh} />
          )}
          {entries.length === 0 ? (
            isFiltered(filter) ? (
              <EmptyState
                icon="filter"
                title={t("journal.noMatch")}
                text={t("journal.noMatchText")}
                actions={
                  <Button variant="outlined" onClick={() => change(() => new URLSearchParams())}>
                    {t("journal.clear")}
                  </Button>
                }
              />
            ) : (
              <EmptyState icon="rows" title={t("journal.empty")} text={t("journal.emptyText")} />
            )
          ) : (
            <Days entries={entries} />
          )}
          {query.hasNextPage && (
            <div className={styles.older}>
              <Button
                variant="outlined"
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t(query.isFetchingNextPage ? "journal.loading" : "journal.older")}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function Days({ entries }: { entries: readonly JournalEntry[] }) {
  const formats = useFormats();
  const heading = useId();
  const byDay = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const day = formats.day(Date.parse(entry.at));
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return [...byDay].map(([day, ofDay], index) => (
    <section key={day} className={styles.day} aria-labelledby={`${heading}-${index}`}>
      <h2 id={`${heading}-${index}`} className="caption muted regular">
        {day}
      </h2>
      <ol className="card">
        {ofDay.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}
