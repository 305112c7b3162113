import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { Link, useLocation } from "react-router";
import { listSmartNumbers, type SmartNumber } from "#api/smartNumbers.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListScreen } from "#common/list/ListScreen.tsx";
import { useListView } from "#common/list/useListView.ts";
import { isEmptyList } from "#common/query.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { getAddedId } from "#domain/smartNumbers/added.ts";
import { isUnknownUser } from "#domain/smartNumbers/errors.ts";
import { smartNumbersQuery } from "#domain/smartNumbers/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useDensity } from "#ui/table/density.ts";
import { useRootScale } from "#ui/rootScale.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import { useUnknownUserText } from "../useUnknownUserText.ts";
import { smartView, toRows } from "../view.ts";
import { useColumns } from "./columns.tsx";
import styles from "./SmartPage.module.css";

const DeleteSmartDialog = lazyPart(
  async () => (await import("./DeleteSmartDialog.tsx")).DeleteSmartDialog,
  ({ onClose }) => onClose(),
);

const NONE = [] as const;
/**
 * Height of a card on a phone in pixels, at the default font size: a line each for X, B, A, and the
 * description.
 */
const CARD_HEIGHT = 112;

/** The smart numbers of a user, of all pages. */
export function SmartList({ user }: { user: number }) {
  const t = useText();
  const unknownUser = useUnknownUserText();
  const formats = useFormats();
  const added = getAddedId(useLocation().state);
  const numbers = useQuery(smartNumbersQuery(user));
  const items = numbers.data?.items ?? NONE;
  const rows = useMemo(() => toRows(items, added), [items, added]);
  const state = useListView(smartView, rows);
  const [deleting, setDeleting] = useState<SmartNumber>();
  const { rowHeight } = useDensity();
  const cardHeight = Math.round(CARD_HEIGHT * useRootScale());
  const phone = useMediaQuery(PHONE);
  const columns = useColumns(setDeleting);
  const closeDialog = useCallback(() => {
    flushSync(() => setDeleting(undefined));
    // The row may be deleted, and with it the button that had the focus.
    if (document.activeElement === document.body) focusPageTitle();
  }, []);
  if (isUnknownUser(numbers.error)) {
    const refresh = () => void numbers.refetch();
    return <ErrorState error={numbers.error} errorText={unknownUser(user)} onRetry={refresh} />;
  }
  return (
    <>
      <ListScreen
        list={numbers}
        pages={numbers}
        sources={[{ query: numbers }]}
        invalidRows={[{ rows: numbers.data?.invalidRows, operation: listSmartNumbers }]}
        loadingText={t("smart.loading")}
        search={{ label: t("smart.search"), hint: t("smart.searchHint") }}
        empty={numbers.data && isEmptyList(numbers.data) && <NoNumbers user={user} />}
        state={state}
        sort={{ label: t("smart.sort"), text: (by) => t(`smart.column.${by}`) }}
        countTexts={{
          all: (n) => t("smart.shown", { n }),
          some: (n, total) => t("smart.shownOf", { n, total }),
        }}
        table={{
          label: `${t("smart.title")}: ${formats.number(rows.length)}`,
          className: styles.table,
          columns,
          rowHeight: phone ? cardHeight : rowHeight,
        }}
      />
      {deleting !== undefined && (
        <DeleteSmartDialog user={user} number={deleting} onClose={closeDialog} />
      )}
    </>
  );
}

/** Explains the first step for a user without smart numbers. */
function NoNumbers({ user }: { user: number }) {
  const t = useText();
  return (
    <EmptyState
      icon="spark"
      title={t("smart.empty", { user: String(user) })}
      text={t("smart.emptyText")}
      actions={
        <AdminsOnly>
          <Button
            component={Link}
            to={paths.smartNumberNew(user)}
            state={OVER_PAGE}
            variant="outlined"
          >
            {t("smart.add")}
          </Button>
        </AdminsOnly>
      }
    />
  );
}
