import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import { useCallback, useId, useMemo, useRef, useState } from "react";
import type { JournalEntry } from "#api/journal.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { journalQuery } from "#domain/journal/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { parseId } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { HeaderMore } from "#ui/HeaderMore.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { BatchRow } from "./BatchRow.tsx";
import { EntryRow } from "./EntryRow.tsx";
import { isFiltered, readFilter, toJournalFilter } from "./filter.ts";
import { groupDays } from "./groups.ts";
import { JournalBar } from "./JournalBar.tsx";
import styles from "./Journal.module.css";

const UndoDialog = lazyPart(
  async () => (await import("./UndoDialog.tsx")).UndoDialog,
  ({ onClose }) => onClose(),
);
const UndoBatchDialog = lazyPart(
  async () => (await import("./UndoBatchDialog.tsx")).UndoBatchDialog,
  ({ onClose }) => onClose(),
);
const ExportDialog = lazyPart(
  async () => (await import("./ExportDialog.tsx")).ExportDialog,
  ({ onClose }) => onClose(),
);

/**
 * `/journal`: who changed what, newest first. `?undo=7` asks whether to take an entry's change back,
 * `?undo-batch=…` those of a batch.
 */
export function JournalPage() {
  const t = useText();
  // The search changes the address while one types.
  const { params, change } = useAddressParams();
  const filter = readFilter(params);
  const [exporting, setExporting] = useState(false);
  const undoing = parseId(params.get("undo"));
  const askUndo = useCallback(
    ({ id }: JournalEntry) => change((old) => withParams(old, { undo: String(id) })),
    [change],
  );
  const undoingBatch = params.get("undo-batch");
  const askUndoBatch = useCallback(
    (batch: string) => change((old) => withParams(old, { "undo-batch": batch })),
    [change],
  );
  const closeUndo = () =>
    change((old) => withParams(old, { undo: undefined, "undo-batch": undefined }), {
      replace: true,
    });
  return (
    <>
      <PageHeader
        title={t("journal.title")}
        lead={t("journal.lead")}
        actions={
          <HeaderMore>
            <Button onClick={() => setExporting(true)}>{t("journal.export")}</Button>
          </HeaderMore>
        }
      />
      <Journal params={params} onUndo={askUndo} onUndoBatch={askUndoBatch} />
      {undoingBatch !== null && <UndoBatchDialog id={undoingBatch} onClose={closeUndo} />}
      {undoing !== undefined && <UndoDialog key={undoing} id={undoing} onClose={closeUndo} />}
      {exporting && (
        <ExportDialog
          filter={toJournalFilter(filter)}
          filtered={isFiltered(filter)}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}

interface JournalProps {
  params: URLSearchParams;
  onUndo: (entry: JournalEntry) => void;
  onUndoBatch: (batch: string) => void;
}

function Journal({ params, ...asking }: JournalProps) {
  const t = useText();
  const { change } = useAddressParams();
  const place = useRef<HTMLDivElement>(null);
  // An entry that was undone has no button any more.
  useFocusFallback(place);
  const filter = readFilter(params);
  const query = useInfiniteQuery(journalQuery(toJournalFilter(filter)));
  const entries = useMemo(
    () => query.data?.pages.flatMap(({ items }) => items) ?? [],
    [query.data],
  );
  const refresh = () => void query.refetch();
  return (
    <div ref={place}>
      <JournalBar filter={filter} objectName={objectName(entries[0])}>
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
            <Days entries={entries} {...asking} />
          )}
          {query.hasNextPage && (
            <div className={styles.older}>
              <p className={styles.printed}>{t("journal.printedPart")}</p>
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
    </div>
  );
}

interface DaysProps {
  entries: readonly JournalEntry[];
  onUndo: (entry: JournalEntry) => void;
  onUndoBatch: (batch: string) => void;
}

function Days({ entries, onUndo, onUndoBatch }: DaysProps) {
  const formats = useFormats();
  const heading = useId();
  return groupDays(entries, formats.day).map(({ day, groups }, index) => (
    <section key={day} className={styles.day} aria-labelledby={`${heading}-${index}`}>
      <h2 id={`${heading}-${index}`} className="caption muted regular">
        {day}
      </h2>
      <ol className="card">
        {groups.map((group) =>
          group.length === 1 ? (
            <EntryRow key={group[0].id} entry={group[0]} onUndo={onUndo} />
          ) : (
            <BatchRow
              key={group[0].batch}
              entries={group}
              onUndo={onUndo}
              onUndoBatch={onUndoBatch}
            />
          ),
        )}
      </ol>
    </section>
  ));
}

/** What the object of a filter by object is called. */
function objectName(entry: JournalEntry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  return [entry.object.number, entry.object.name].filter(Boolean).join(" ") || undefined;
}
