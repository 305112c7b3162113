import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { useCallback, useRef } from "react";
import { Link, Outlet, useLocation, useNavigate, useSearchParams } from "react-router";
import { listExternalNumbers, listExternalStatuses } from "#api/externalNumbers.ts";
import { ListScreen } from "#common/list/ListScreen.tsx";
import { useListView } from "#common/list/useListView.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { type ExternalRow, REGISTRATION_STATES } from "#domain/externalNumbers/rows.ts";
import { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Icon } from "#ui/icons.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useDensity } from "#ui/table/density.ts";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { detailsPath, openedRow } from "../places.ts";
import { externalView, KINDS } from "../view.ts";
import { useColumns } from "./columns.tsx";
import styles from "./ExternalTable.module.css";

const RowPanel = lazyPart(
  async () => (await import("../details/DetailsPanel.tsx")).RowPanel,
  () => undefined,
);

/** `/external-numbers`: numbers of other operators. The details and the forms open over it. */
export function ExternalNumbersPage() {
  const t = useText();
  const { search } = useLocation();
  const opened = openedRow(useSearchParams()[0]);
  const numbers = useExternalRows();
  const place = useRef<HTMLDivElement>(null);
  useFocusFallback(place);
  return (
    <>
      <PageHeader
        title={t("external.title")}
        lead={t("external.lead")}
        actions={
          <AdminsOnly>
            <Button
              component={Link}
              to={{ pathname: paths.externalNew(), search }}
              state={OVER_PAGE}
              variant="contained"
              startIcon={<Icon name="plus" size={16} />}
              preventScrollReset
            >
              {t("external.connect")}
            </Button>
          </AdminsOnly>
        }
      />
      <div ref={place}>
        <ExternalList numbers={numbers} />
      </div>
      {opened !== null && <RowPanel numbers={numbers} id={opened} />}
      <Outlet context={numbers} />
    </>
  );
}

function ExternalList({ numbers }: { numbers: ReturnType<typeof useExternalRows> }) {
  const t = useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { rows, list, registrations, invalidRows } = numbers;
  const state = useListView(externalView, rows);
  const { view, counts } = state;
  const { rowHeight } = useDensity();
  const columns = useColumns();
  const open = useCallback(
    (row: ExternalRow) =>
      void navigate(detailsPath(row, search), { state: OVER_PAGE, preventScrollReset: true }),
    [navigate, search],
  );
  const refresh = () => {
    void list.refetch();
    if (rows.some(({ kind }) => kind === "ate")) void registrations.refetch();
  };
  const byList = registrations.dataUpdatedAt < list.dataUpdatedAt;
  return (
    <ListScreen
      list={list}
      sources={[
        { query: list },
        {
          query: registrations,
          subject: t("external.registrations"),
          consequence: byList ? t("external.byList") : undefined,
          // The list holds registrations too: the newer ones are shown.
          fetchedAt: () => Math.max(list.dataUpdatedAt, registrations.dataUpdatedAt),
          quiet: true,
        },
      ]}
      invalidRows={[
        { rows: invalidRows, operation: listExternalNumbers },
        { rows: numbers.invalidRegistrations, operation: listExternalStatuses },
      ]}
      onRefresh={refresh}
      loadingText={t("external.loading")}
      search={{ label: t("external.search"), hint: t("external.searchHint") }}
      empty={rows.length === 0 && <>{invalidRows.length === 0 && <NoNumbers />}</>}
      state={state}
      filters={{
        label: t("external.filter.label"),
        all: t("external.filter.all"),
        choices: {
          state: REGISTRATION_STATES.map((value) => ({
            value,
            text: t(`external.filter.${value}`),
            offered: value === "lost" || (value === "unknown" && counts.state.unknown > 0),
          })),
          type: KINDS.map((value) => ({ value, text: t(`external.filter.${value}`) })),
        },
      }}
      sort={{ label: t("external.sort"), text: (by) => t(`external.column.${by}`) }}
      countTexts={{
        all: (n) => t("external.shown", { n }),
        some: (n, total) => t("external.shownOf", { n, total }),
      }}
      noMatchText={
        view.state === "lost" && view.type === undefined
          ? { title: t("external.noneLost"), text: t("external.noneLostText"), good: true }
          : undefined
      }
      table={{
        label: `${t("external.title")}: ${formats.number(rows.length)}`,
        className: styles.table,
        columns,
        rowHeight,
        onOpen: open,
      }}
    />
  );
}

/** Explains to an office without external numbers what they are, and the first step. */
function NoNumbers() {
  const t = useText();
  return (
    <EmptyState
      icon="trunk"
      title={t("external.empty")}
      text={t("external.emptyText")}
      actions={
        <AdminsOnly>
          <Button component={Link} to={paths.externalNew()} state={OVER_PAGE} variant="outlined">
            {t("external.connect")}
          </Button>
        </AdminsOnly>
      }
    />
  );
}
