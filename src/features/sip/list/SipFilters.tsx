import type { ReactNode } from "react";
import { FilterChip } from "#ui/FilterChip.tsx";
import { ListBar } from "#ui/table/ListBar.tsx";
import { SortSelect } from "#ui/table/SortSelect.tsx";
import { type SipState, STATES } from "#domain/sip/rows.ts";
import { useText } from "#i18n/texts.ts";
import { type Counts, type ListView, SORTS } from "../view.ts";

interface Props {
  view: ListView;
  counts: Counts;
  onChange: (part: Partial<ListView>) => void;
  children: ReactNode;
}

/** Which accounts are shown. A state that nobody is in, and nobody asked for, is left out. */
export function SipFilters({ view, counts, onChange, children }: Props) {
  const t = useText();
  const shown = STATES.filter(
    (state) =>
      state === "online" || state === "offline" || counts[state] > 0 || view.state === state,
  );
  const choose = (state: SipState | undefined) => onChange({ state });
  const filters = (
    <>
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
    </>
  );
  return (
    <ListBar
      label={t("sip.filter.label")}
      filters={filters}
      active={Number(view.state !== undefined) + Number(view.noCallerId)}
      order={
        <SortSelect
          label={t("sip.sort")}
          choices={SORTS.map((by) => ({ by, text: t(`sip.column.${by}`) }))}
          value={view.sort.by}
          onChange={(by) => onChange({ sort: { by, descending: false } })}
        />
      }
    >
      {children}
    </ListBar>
  );
}
