import type { ReactNode } from "react";
import { REGISTRATION_STATES } from "#domain/externalNumbers/rows.ts";
import { FilterChip } from "#ui/FilterChip.tsx";
import { ListBar } from "#ui/table/ListBar.tsx";
import { SortSelect } from "#ui/table/SortSelect.tsx";
import { useText } from "#i18n/texts.ts";
import { type Counts, KINDS, type ListView, SORTS } from "../view.ts";

interface Props {
  view: ListView;
  counts: Counts;
  onChange: (part: Partial<ListView>) => void;
  children: ReactNode;
}

/** Which numbers are shown. "Not registered" is always offered, the other states when needed. */
export function ExternalFilters({ view, counts, onChange, children }: Props) {
  const t = useText();
  const states = REGISTRATION_STATES.filter(
    (state) =>
      state === "lost" || state === view.state || (state === "unknown" && counts.unknown > 0),
  );
  const filters = (
    <>
      <FilterChip
        text={t("external.filter.all")}
        count={counts.all}
        pressed={view.state === undefined && view.kind === undefined}
        onClick={() => onChange({ state: undefined, kind: undefined })}
      />
      {states.map((state) => (
        <FilterChip
          key={state}
          text={t(`external.filter.${state}`)}
          count={counts[state]}
          pressed={view.state === state}
          onClick={() => onChange({ state: view.state === state ? undefined : state })}
        />
      ))}
      {KINDS.map((kind) => (
        <FilterChip
          key={kind}
          text={t(`external.filter.${kind}`)}
          count={counts[kind]}
          pressed={view.kind === kind}
          onClick={() => onChange({ kind: view.kind === kind ? undefined : kind })}
        />
      ))}
    </>
  );
  return (
    <ListBar
      label={t("external.filter.label")}
      filters={filters}
      active={Number(view.state !== undefined) + Number(view.kind !== undefined)}
      order={
        <SortSelect
          label={t("external.sort")}
          choices={SORTS.map((by) => ({ by, text: t(`external.column.${by}`) }))}
          value={view.sort.by}
          onChange={(by) => onChange({ sort: { by, descending: false } })}
        />
      }
    >
      {children}
    </ListBar>
  );
}
