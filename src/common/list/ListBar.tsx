import { type ReactNode, useId, useState } from "react";
import { useFormats } from "#i18n/format.ts";
import { Icon } from "#ui/icons.tsx";
import { useUiText } from "#ui/messages.ts";
import styles from "#ui/table/List.module.css";
import { FilterChip } from "#ui/FilterChip.tsx";
import { SortSelect } from "#ui/table/SortSelect.tsx";
import type { FilterValues } from "./createListView.ts";
import type { ListState } from "./useListView.ts";

/** A value of a filter to choose from. */
export type FilterChoice<Values extends FilterValues> = {
  [Name in keyof Values]: {
    filter: Name;
    value: Values[Name];
    text: string;
    /** False leaves it out, unless it is chosen. */
    offered?: boolean;
  };
}[keyof Values];

export interface FilterChoices<Values extends FilterValues> {
  /** Names the group. */
  label: string;
  /** Takes all filters back. */
  all: string;
  choices: readonly FilterChoice<Values>[];
}

export interface SortChoices<By extends string> {
  label: string;
  text: (by: By) => string;
}

interface Props<Row, Values extends FilterValues, By extends string> {
  state: ListState<Row, Values, By>;
  filters: FilterChoices<Values> | undefined;
  /** For phones, which have no column headers to press. */
  sort: SortChoices<By> | undefined;
  /** More to choose, such as a grouping. */
  options: ReactNode;
  /** At the right, such as how fresh the list is. */
  children: ReactNode;
}

/**
 * The toolbar between a page's header and its table. On a phone filters and sorting are behind a
 * button, so that the rows come first.
 */
export function ListBar<Row, Values extends FilterValues, By extends string>(
  props: Props<Row, Values, By>,
) {
  const { state, filters, sort, options, children } = props;
  const { listView, view } = state;
  const counts: { [filter in keyof Values]: Record<string, number> } = state.counts;
  // The types of the choices have checked what TypeScript can't follow here.
  const choose: (part: object) => void = state.change;
  const isChosen = ({ filter, value }: FilterChoice<Values>) => view[filter] === value;

  const choices = (
    <>
      {sort && (
        <SortSelect
          label={sort.label}
          bare={filters === undefined}
          choices={listView.sorts.map((by) => ({ by, text: sort.text(by) }))}
          value={view.sort.by}
          onChange={(by) => state.change({ sort: { by, descending: false } })}
        />
      )}
      {options}
    </>
  );
  if (filters === undefined) {
    return (
      <div className={`${styles.bar} ${styles.plain}`}>
        {choices}
        <div className={styles.right}>{children}</div>
      </div>
    );
  }
  return (
    <div className={styles.bar}>
      <Collapsible active={filters.choices.filter(isChosen).length}>
        <div className={styles.chips} role="group" aria-label={filters.label}>
          <FilterChip
            text={filters.all}
            count={state.counts.all}
            pressed={!listView.isFiltered(view)}
            onClick={() => state.change(listView.noFilters)}
          />
          {filters.choices.map((choice) => {
            const { filter, value, text, offered = true } = choice;
            const pressed = isChosen(choice);
            return (
              (offered || pressed) && (
                <FilterChip
                  key={`${String(filter)} ${value}`}
                  text={text}
                  count={counts[filter][value] ?? 0}
                  pressed={pressed}
                  onClick={() => choose({ [filter]: pressed ? undefined : value })}
                />
              )
            );
          })}
        </div>
        {choices}
      </Collapsible>
      <div className={styles.right}>{children}</div>
    </div>
  );
}

/** On a phone its content is behind a button, which says how many filters are active. */
function Collapsible({ active, children }: { active: number; children: ReactNode }) {
  const t = useUiText();
  const formats = useFormats();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="filter" size={18} />
        {t("ui.filters")}
        {active > 0 && (
          <span className={styles.active}>
            <span aria-hidden="true">{formats.number(active)}</span>
            <span className="visually-hidden">{t("ui.filtersOn", { n: active })}</span>
          </span>
        )}
      </button>
      <div id={id} className={styles.choices} data-open={open}>
        {children}
      </div>
    </>
  );
}
