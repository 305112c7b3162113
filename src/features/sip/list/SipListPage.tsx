import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useCallback, useRef } from "react";
import { Link, Outlet, useLocation, useNavigate } from "react-router";
import { listSipAccounts, listSipStatuses } from "#api/sip.ts";
import { ListScreen } from "#common/list/ListScreen.tsx";
import { useListView } from "#common/list/useListView.ts";
import { useIsAdmin } from "#common/login.ts";
import { isEmptyList } from "#common/query.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { type SipRow, type SipState, STATES } from "#domain/sip/rows.ts";
import { useSelection } from "#domain/sip/selection.ts";
import { useSipRows } from "#domain/sip/useSipRows.ts";
import { readStored } from "#i18n/storage.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Icon } from "#ui/icons.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { MoreMenu } from "#ui/MoreMenu.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useDensity } from "#ui/table/density.ts";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import { sipView } from "../view.ts";
import { type RowSince, useColumns } from "./columns.tsx";
import styles from "./SipTable.module.css";
import { Listed } from "./Tick.tsx";

const NoAccountMatch = lazyPart(
  async () => (await import("#common/sip/NoAccountMatch.tsx")).NoAccountMatch,
  () => undefined,
);

const SelectionBar = lazyPart(
  async () => (await import("../many.ts")).loadSelectionBar(),
  () => undefined,
);

const ListMenu = lazyPart(
  async () => (await import("../many.ts")).loadListMenu(),
  () => undefined,
);

const BatchNotice = lazyPart(
  async () => (await import("../many.ts")).loadBatchNotice(),
  () => undefined,
);

/** Whether a state is offered as a filter even when no account has it. */
const isUsual = (state: SipState) => state === "online" || state === "offline";

interface Props {
  /** Says since when an account has its state; of another feature. */
  Since: RowSince;
}

/** `/sip`: all accounts. The form for a new one opens over it at `/sip/new`. */
export function SipListPage({ Since }: Props) {
  const t = useText();
  const { search } = useLocation();
  const phone = useMediaQuery(PHONE);
  const container = useRef<HTMLDivElement>(null);
  useFocusFallback(container);
  return (
    <>
      <PageHeader
        title={t("sip.title")}
        lead={t("sip.lead")}
        actions={
          <div className={styles.actions}>
            <AdminsOnly>
              <Button
                component={Link}
                to={{ pathname: paths.sipNew(), search }}
                state={OVER_PAGE}
                variant="contained"
                startIcon={<Icon name="plus" size={16} />}
                preventScrollReset
                aria-label={t("sip.create")}
              >
                {t(phone ? "sip.createShort" : "sip.create")}
              </Button>
            </AdminsOnly>
            <MoreMenu>
              <ListMenu />
            </MoreMenu>
          </div>
        }
      />
      <div ref={container}>
        <SipList Since={Since} />
      </div>
      <Outlet />
    </>
  );
}

function SipList({ Since }: Props) {
  const t = useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const { rows, accounts, statuses } = useSipRows();
  const state = useListView(sipView, rows);
  const { view, counts } = state;
  const density = useDensity();
  const isAdmin = useIsAdmin();
  const columns = useColumns(density.compact ? undefined : Since, isAdmin);
  // Memoized: rows render again only when it changes.
  const open = useCallback((row: SipRow) => void navigate(paths.sipAccount(row.id)), [navigate]);
  if (accounts.data !== undefined && isEmptyList(accounts.data)) return <NoAccounts />;
  return (
    <Listed value={state.shown}>
      <ListScreen
        list={accounts}
        pages={accounts}
        sources={[
          { query: accounts },
          { query: statuses, subject: t("sip.statuses"), quiet: true },
        ]}
        invalidRows={[
          { rows: accounts.data?.invalidRows, operation: listSipAccounts },
          { rows: statuses.data?.invalidRows, operation: listSipStatuses },
        ]}
        loadingText={t("sip.loading")}
        search={{ label: t("sip.search"), hint: t("sip.searchHint") }}
        notices={readStored("pult.batch") ? <BatchNotice /> : undefined}
        state={state}
        filters={{
          label: t("sip.filter.label"),
          all: t("sip.filter.all"),
          choices: {
            state: STATES.map((value) => ({
              value,
              text: t(`sip.filter.${value}`),
              offered: isUsual(value) || counts.state[value] > 0,
            })),
            "caller-id": [{ value: "none", text: t("sip.filter.noCallerId") }],
          },
        }}
        sort={{ label: t("sip.sort"), text: (by) => t(`sip.column.${by}`) }}
        countTexts={{
          all: (n) => t("sip.shown", { n }),
          some: (n, total) => t("sip.shownOf", { n, total }),
        }}
        tools={<DensityButton compact={density.compact} onToggle={density.toggle} />}
        renderNoMatch={(onClear) => {
          const all = sipView.count(rows);
          return (
            <NoAccountMatch
              q={view.q}
              state={view.state}
              otherFilterText={view["caller-id"] && { title: t("sip.noneNoCallerId"), good: true }}
              counts={{ ...all.state, all: all.all }}
              complete={accounts.data?.complete === true}
              onClear={onClear}
            />
          );
        }}
        table={{
          label: `${t("sip.title")}: ${formats.number(rows.length)}`,
          className: isAdmin ? `${styles.table} ${styles.ticks}` : styles.table,
          columns,
          rowHeight: density.rowHeight,
          onOpen: open,
        }}
      />
      <Selected rows={rows} shown={state.shown} />
    </Listed>
  );
}

/** What is ticked, and the batch that is under way: neither on most visits. */
function Selected({ rows, shown }: { rows: readonly SipRow[]; shown: readonly SipRow[] }) {
  const selected = useSelection();
  return selected.size === 0 ? null : <SelectionBar rows={rows} shown={shown} />;
}

/** Explains the first step to an office without accounts. */
function NoAccounts() {
  const t = useText();
  return (
    <EmptyState
      icon="phone"
      title={t("sip.empty")}
      text={t("sip.emptyText")}
      actions={
        <AdminsOnly>
          <Button component={Link} to={paths.sipNew()} state={OVER_PAGE} variant="outlined">
            {t("sip.create")}
          </Button>
        </AdminsOnly>
      }
    />
  );
}

function DensityButton({ compact, onToggle }: { compact: boolean; onToggle: () => void }) {
  const t = useText();
  // On a phone all rows have one height.
  if (useMediaQuery(PHONE)) return null;
  return (
    <IconButton
      size="small"
      aria-label={t("sip.density")}
      title={t("sip.density")}
      aria-pressed={compact}
      color={compact ? "primary" : "default"}
      onClick={onToggle}
    >
      <Icon name="rows" size={16} />
    </IconButton>
  );
}
