import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { isEmptyList } from "#common/query.ts";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useLocation } from "react-router";
import { listSmartNumbers, type SmartNumber } from "#api/smartNumbers.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { LoadProgress } from "#common/LoadProgress.tsx";
import { NoMatch } from "#common/NoMatch.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { useFormats } from "#i18n/format.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import list from "#ui/table/List.module.css";
import { useAddressView } from "#ui/table/useAddressView.ts";
import { getAddedId } from "#domain/smartNumbers/added.ts";
import { isUnknownUser } from "#domain/smartNumbers/errors.ts";
import { smartNumbersQuery } from "#domain/smartNumbers/queries.ts";
import { useText } from "#i18n/texts.ts";
import { useUnknownUserText } from "../useUnknownUserText.ts";
import { applyView, readView, toRows, type SmartRow, changeSort, writeView } from "../view.ts";
import { useColumns } from "./columns.tsx";
import { NoNumbers } from "./NoNumbers.tsx";
import { SmartBar } from "./SmartBar.tsx";
import styles from "./SmartTable.module.css";
import { useRowHeight } from "./useRowHeight.ts";

const DeleteSmartDialog = lazyPart(
  async () => (await import("./DeleteSmartDialog.tsx")).DeleteSmartDialog,
  ({ onClose }) => onClose(),
);

const NONE = [] as const;

/** The smart numbers of a user, of all pages. */
export function SmartList({ user }: { user: number }) {
  const t = useText();
  const unknownUser = useUnknownUserText();
  const formats = useFormats();
  const { view, change } = useAddressView(readView, writeView);
  const added = getAddedId(useLocation().state);
  const numbers = useQuery(smartNumbersQuery(user));
  const [deleting, setDeleting] = useState<SmartNumber>();
  const rowHeight = useRowHeight();
  const columns = useColumns(added, setDeleting);
  const items = numbers.data?.items ?? NONE;
  const rows = useMemo(() => toRows(items), [items]);
  // Typing comes first: the table may follow a moment later.
  const shownView = useDeferredValue(view);
  const shown = useMemo(() => applyView(rows, shownView, added), [rows, shownView, added]);

  const refresh = () => void numbers.refetch();
  const closeDialog = useCallback(() => {
    flushSync(() => setDeleting(undefined));
    // The row may be gone, and with it the button that had the focus.
    if (document.activeElement === document.body) focusPageTitle();
  }, []);
  if (isUnknownUser(numbers.error)) {
    return <ErrorState error={numbers.error} errorText={unknownUser(user)} onRetry={refresh} />;
  }
  if (numbers.data === undefined) {
    if (numbers.isError) return <ErrorState error={numbers.error} onRetry={refresh} />;
    return <ListLoading failure={numbers.failureReason} label={t("smart.loading")} />;
  }
  const { complete } = numbers.data;
  return (
    <>
      <div className={list.notices}>
        {numbers.isError && complete && (
          <StaleNotice error={numbers.error} at={numbers.dataUpdatedAt} onRetry={refresh} />
        )}
        <LoadProgress list={numbers} loaded={rows.length} onRetry={refresh} />
        <InvalidRowsNotice rows={numbers.data.invalidRows} operation={listSmartNumbers} />
      </div>
      {isEmptyList(numbers.data) ? (
        <NoNumbers user={user} />
      ) : (
        <>
          <SmartBar
            view={view}
            onChange={change}
            shown={shown.length}
            total={rows.length + numbers.data.invalidRows.length}
            list={numbers}
          />
          {shown.length === 0 && rows.length > 0 ? (
            <NoMatch q={view.q} complete={complete} onClear={() => change({ q: "" })} />
          ) : (
            <DataTable<SmartRow>
              label={`${t("smart.title")}: ${formats.number(rows.length)}`}
              className={styles.table}
              columns={columns}
              rows={shown}
              rowHeight={rowHeight}
              sort={view.sort}
              onSort={(by) => change({ sort: changeSort(view, by) })}
            />
          )}
        </>
      )}
      {deleting !== undefined && (
        <DeleteSmartDialog user={user} number={deleting} onClose={closeDialog} />
      )}
    </>
  );
}
