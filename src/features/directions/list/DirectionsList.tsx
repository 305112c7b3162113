import { useDeferredValue, useMemo } from "react";
import type { useCountries } from "#domain/directions/useCountries.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { NoMatch } from "#common/NoMatch.tsx";
import { useFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useDensity } from "#ui/table/density.ts";
import { useAddressView } from "#ui/table/useAddressView.ts";
import { useText } from "#i18n/texts.ts";
import { useDraft } from "../draft/context.ts";
import { CountryTable } from "./CountryTable.tsx";
import { Filters } from "./Filters.tsx";
import { ListNotices } from "./ListNotices.tsx";
import { NoneOpen } from "./NoneOpen.tsx";
import { countRows, groupLines, readView, toRows, filterRows, writeView } from "./view.ts";

type Lists = Pick<ReturnType<typeof useCountries>, "all" | "allowed">;

/** The countries, or why there are none to show. */
export function DirectionsList({ all, allowed }: Lists) {
  const t = useText();
  const formats = useFormats();
  const locale = useLocale();
  const { view, change } = useAddressView(readView, writeView);
  const { countries, sharing } = useDraft();
  const density = useDensity();
  // Typing comes first: the table may follow a moment later.
  const shownView = useDeferredValue(view);
  const rows = useMemo(() => toRows(countries, sharing, locale), [countries, sharing, locale]);
  const shown = useMemo(() => filterRows(rows, shownView), [rows, shownView]);
  const lines = useMemo(() => groupLines(shown, shownView.by), [shown, shownView.by]);
  const counts = useMemo(() => countRows(rows, shownView.q), [rows, shownView.q]);

  const refresh = () => {
    void all.refetch();
    void allowed.refetch();
  };
  const unlisted = all.data === undefined && all.isError;
  // What is open is shown all the same: it can be closed.
  if (unlisted && !allowed.isPending && rows.length === 0) {
    return <ErrorState error={all.error} onRetry={refresh} />;
  }
  if ((all.data === undefined && !unlisted) || allowed.isPending) {
    const failure = all.failureReason ?? allowed.failureReason;
    return <ListLoading failure={failure} label={t("directions.loading")} />;
  }
  if (rows.length === 0) {
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
  const askedOpen = view.show === "open" || view.show === "risky-open";
  const updatedAt = Math.min(all.dataUpdatedAt, allowed.dataUpdatedAt || Infinity);
  return (
    <>
      <ListNotices
        all={all}
        allowed={allowed}
        noneOpen={noneOpen && !askedOpen}
        onRetry={refresh}
      />
      <Filters view={view} counts={counts} known={known} onChange={change}>
        <Freshness
          at={all.isError || allowed.isError ? undefined : updatedAt}
          fetching={allowed.isFetching}
          failure={allowed.failureReason}
          onRefresh={refresh}
        >
          <span role="status">
            {shown.length === rows.length
              ? t("directions.shown", { n: rows.length })
              : t("directions.shownOf", {
                  n: formats.number(shown.length),
                  total: formats.number(rows.length),
                })}
          </span>
        </Freshness>
      </Filters>
      {shown.length > 0 ? (
        <CountryTable
          label={t("directions.table", { n: formats.number(rows.length) })}
          lines={lines}
          by={shownView.by}
          rowHeight={density.rowHeight}
          compact={density.compact}
        />
      ) : noneOpen && askedOpen ? (
        <NoneOpen onShowAll={() => change({ q: "", show: undefined })} />
      ) : (
        <NoMatch
          q={view.q}
          filtered={view.show !== undefined}
          filterText={
            view.show === "risky-open"
              ? { title: t("directions.noneRiskyOpen"), good: true }
              : undefined
          }
          complete
          onClear={() => change({ q: "", show: undefined })}
        />
      )}
    </>
  );
}
