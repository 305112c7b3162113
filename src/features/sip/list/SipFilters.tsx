import type { ReactNode } from "react";
import { FilterChip } from "#ui/FilterChip.tsx";
import { useSipText } from "../messages.ts";
import { type SipState, STATES } from "#common/sip/rows.ts";
import { type Counts, type ListView, SORTS } from "../view.ts";
import styles from "./SipFilters.module.css";

interface Props {
  view: ListView;
  counts: Counts;
  onChange: (part: Partial<ListView>) => void;
  children: ReactNode;
}

/** Which accounts are shown. A state that nobody is in, and nobody asked for, is left out. */
export function SipFilters({ view, counts, onChange, children }: Props) {
  const t = useSipText();
  const shown = STATES.filter(
    (state) =>
      state === "online" || state === "offline" || counts[state] > 0 || view.state === state,
  );
  const choose = (state: SipState | undefined) => onChange({ state });
  return (
    <div className={styles.filters}>
      <div className={styles.chips} role="group" aria-label={t("sip.filter.label")}>
        <FilterChip
          text={t("sip.filter.all")}
          count={counts.all}
          pressed={view.state === undefined && !view.noCallerId}
          onClick={() => onChange({ state: undefined, noCallerId: false })}
        />
        {shown.map((state) => (
          <FilterChip
            key={state}
            text={t(`sip.filter.${state}`)}
            count={counts[state]}
            pressed={view.state === state}
            onClick={() => choose(view.state === state ? undefined : state)}
          />
        ))}
        <FilterChip
          text={t("sip.filter.noCallerId")}
          count={counts.noCallerId}
          pressed={view.noCallerId}
          onClick={() => onChange({ noCallerId: !view.noCallerId })}
        />
      </div>
      <div className={styles.right}>
        <SortSelect view={view} onChange={onChange} />
        {children}
      </div>
    </div>
  );
}

/** On a phone there are no column headers to sort by. */
function SortSelect({ view, onChange }: Pick<Props, "view" | "onChange">) {
  const t = useSipText();
  return (
    <span className={styles.sort}>
      <label htmlFor="sip-sort">{t("sip.sort")}</label>
      <select
        id="sip-sort"
        value={view.sort.by}
        onChange={(event) => {
          const by = SORTS.find((known) => known === event.target.value) ?? "extension";
          onChange({ sort: { by, descending: false } });
        }}
      >
        {SORTS.map((by) => (
          <option key={by} value={by}>
            {t(`sip.column.${by}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
