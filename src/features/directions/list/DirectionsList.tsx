import Button from "@mui/material/Button";
import { useMemo } from "react";
import { ListScreen } from "#common/list/ListScreen.tsx";
import { useListView } from "#common/list/useListView.ts";
import type { useCountries } from "#domain/directions/useCountries.ts";
import { useFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Notice } from "#ui/Notice.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useDensity } from "#ui/table/density.ts";
import styles from "#ui/table/List.module.css";
import { useDraft } from "../draft/context.ts";
import { CountryTable } from "./CountryTable.tsx";
import { directionsView, groupLines, type Show, SHOWS, toRows } from "./view.ts";

const FILTER_KEYS = {
  open: "directions.filter.open",
  closed: "directions.filter.closed",
  risky: "directions.filter.risky",
  "risky-open": "directions.filter.riskyOpen",
} as const;

type Lists = Pick<ReturnType<typeof useCountries>, "all" | "allowed">;

/** The countries, or why there are none to show. */
export function DirectionsList({ all, allowed }: Lists) {
  const t = useText();
  const formats = useFormats();
  const locale = useLocale();
  const { countries, sharing } = useDraft();
  const density = useDensity();
  const rows = useMemo(() => toRows(countries, sharing, locale), [countries, sharing, locale]);
  const state = useListView(directionsView, rows);
  const { view, shownView, shown, counts, change } = state;
  const by = shownView.sort.by;
  const lines = useMemo(() => groupLines(shown, by), [shown, by]);

  const unlisted = all.data === undefined && all.isError;
  // What is open is shown nevertheless, so that it can be closed.
  const failed = unlisted && !allowed.isPending && rows.length === 0;
  const loading = (all.data === undefined && !unlisted) || allowed.isPending;
  if (!failed && !loading && rows.length === 0) {
    return (
      <EmptyState
        icon="globe"
        title={t("directions.empty")}
        text={<p>{t("directions.emptyText")}</p>}
      />
    );
  }
  const known = allowed.data !== undefined;
  const noneOpen = known && !rows.some(({ country }) => country.open === true);
  const filtersOpen = view.show === "open" || view.show === "risky-open";
  const isOffered = (show: Show) =>
    show === "risky" || (known && (show !== "risky-open" || counts.show[show] > 0));
  return (
    <ListScreen
      list={{
        data: failed || loading ? undefined : rows,
        isError: failed,
        error: all.error,
        failureReason: all.failureReason ?? allowed.failureReason,
      }}
      sources={[
        {
          query: all,
          consequence: all.data === undefined ? t("directions.onlyOpen") : undefined,
          quiet: true,
        },
        {
          query: allowed,
          subject: t("directions.allowed"),
          consequence: known ? undefined : t("directions.locked"),
        },
      ]}
      everyFailure
      loadingText={t("directions.loading")}
      search={{ label: t("directions.search"), hint: t("directions.searchHint") }}
      notices={
        noneOpen &&
        !filtersOpen && (
          <Notice tone="attention">
            <strong>{t("directions.noneOpen")}.</strong> {t("directions.noneOpenText")}
          </Notice>
        )
      }
      state={state}
      filters={{
        label: t("directions.filters"),
        all: t("directions.filter.all"),
        choices: {
          show: SHOWS.map((value) => ({
            value,
            text: t(FILTER_KEYS[value]),
            offered: isOffered(value),
          })),
        },
      }}
      options={
        <span className={styles.choice}>
          <select
            aria-label={t("directions.by")}
            value={view.sort.by}
            onChange={({ target }) => {
              const grouping = directionsView.sorts.find((each) => each === target.value);
              if (grouping !== undefined) change({ sort: { by: grouping, descending: false } });
            }}
          >
            {directionsView.sorts.map((grouping) => (
              <option key={grouping} value={grouping}>
                {t(`directions.by.${grouping}`)}
              </option>
            ))}
          </select>
        </span>
      }
      countTexts={{
        all: (n) => t("directions.shown", { n }),
        some: (n, total) => t("directions.shownOf", { n, total: formats.number(total) }),
      }}
      noMatchText={
        view.show === "risky-open"
          ? { title: t("directions.noneRiskyOpen"), good: true }
          : undefined
      }
      renderNoMatch={
        noneOpen && filtersOpen ? (onClear) => <NoneOpen onShowAll={onClear} /> : undefined
      }
    >
      <CountryTable
        label={t("directions.table", { n: formats.number(rows.length) })}
        lines={lines}
        by={by}
        rowHeight={density.rowHeight}
        compact={density.compact}
      />
    </ListScreen>
  );
}

/** With the filter for open countries and none open, explains the first step. */
function NoneOpen({ onShowAll }: { onShowAll: () => void }) {
  const t = useText();
  return (
    <EmptyState
      icon="globe"
      title={t("directions.noneOpen")}
      text={<p>{t("directions.noneOpenText")}</p>}
      actions={
        <Button
          variant="outlined"
          onClick={() => {
            focusPageTitle();
            onShowAll();
          }}
        >
          {t("directions.showAll")}
        </Button>
      }
    />
  );
}
