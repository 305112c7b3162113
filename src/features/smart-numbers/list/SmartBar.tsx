import type { UseQueryResult } from "@tanstack/react-query";
import { Freshness } from "#common/Freshness.tsx";
import { useFormats } from "#i18n/format.ts";
import list from "#ui/table/List.module.css";
import { SortSelect } from "#ui/table/SortSelect.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./SmartPage.module.css";
import { type SmartView, SORTS } from "../view.ts";

interface Props {
  view: SmartView;
  onChange: (part: Partial<SmartView>) => void;
  shown: number;
  total: number;
  list: Pick<
    UseQueryResult,
    "isError" | "dataUpdatedAt" | "isFetching" | "failureReason" | "refetch"
  >;
}

/** How many numbers there are, how fresh they are, and on a phone their order. */
export function SmartBar({ view, onChange, shown, total, list: numbers }: Props) {
  const t = useText();
  const formats = useFormats();
  return (
    <div className={`${list.bar} ${styles.bar}`}>
      <SortSelect
        label={t("smart.sort")}
        bare
        choices={SORTS.map((by) => ({ by, text: t(`smart.column.${by}`) }))}
        value={view.sort.by}
        onChange={(by) => onChange({ sort: { by, descending: false } })}
      />
      <div className={styles.fresh}>
        <Freshness
          at={numbers.isError ? undefined : numbers.dataUpdatedAt}
          fetching={numbers.isFetching}
          failure={numbers.failureReason}
          onRefresh={() => void numbers.refetch()}
        >
          <span role="status">
            {shown === total
              ? t("smart.shown", { n: total })
              : t("smart.shownOf", { n: formats.number(shown), total })}
          </span>
        </Freshness>
      </div>
    </div>
  );
}
