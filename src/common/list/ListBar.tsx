import { type ReactNode, useId, useState } from "react";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import styles from "#ui/table/List.module.css";
import type { FilterValues } from "./createListView.ts";
import type { ListState } from "./useListView.ts";

interface FilterChoice<Value> {
  value: Value;
  text: string;
  /** False hides it, unless it is chosen. */
  offered?: boolean;
}

export interface FilterChoices<Values extends FilterValues> {
  /** Names the group. */
  label: string;
  /** Clears all filters. */
  all: string;
  choices: { [Name in keyof Values]?: readonly FilterChoice<Values[Name]>[] };
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
  /** More controls, such as a grouping. */
  options: ReactNode;
  /** Shown at the right, such as how fresh the list is. */
  children: ReactNode;
}

/**
 * What stands beside the search in the bar between a page's header and its table. On a phone filters
 * and sorting are behind a button, so that the rows come first.
 */
export function ListBar<Row, Values extends FilterValues, By extends string>(
  props: Props<Row, Values, By>,
) {
  const { state, filters, sort, options, children } = props;
  const { listView, view } = state;
  const more = (
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
      <>
        {more}
        <div className={styles.right}>{children}</div>
      </>
    );
  }
  const counts: { [filter in keyof Values]: Record<string, number> } = state.counts;
  // The types of the choices guarantee what TypeScript can't infer here.
  const choose: (part: object) => void = state.change;
  const chips = listView.filters.flatMap((filter) =>
    (filters.choices[filter] ?? []).flatMap(({ value, text, offered = true }) => {
      const pressed = view[filter] === value;
      const chip = {
        key: `${filter} ${value}`,
        text,
        count: counts[filter][value] ?? 0,
        pressed,
        onClick: () => choose({ [filter]: pressed ? undefined : value }),
      };
      return offered || pressed ? [chip] : [];
    }),
  );
  return (
    <>
      <Collapsible active={chips.filter(({ pressed }) => pressed).length}>
        <div className={styles.chips} role="group" aria-label={filters.label}>
          <FilterChip
            text={filters.all}
            count={state.counts.all}
            pressed={!listView.isFiltered(view)}
            onClick={() => state.change(listView.noFilters)}
          />
          {chips.map(({ key, ...chip }) => (
            <FilterChip key={key} {...chip} />
          ))}
        </div>
        {more}
      </Collapsible>
      <div className={styles.right}>{children}</div>
    </>
  );
}

interface CollapsibleProps {
  /** How many filters are on. */
  active: number;
  children: ReactNode;
}

/** On a phone its content is behind a button with the number of active filters. */
export function Collapsible({ active, children }: CollapsibleProps) {
  const t = useText();
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
        <span className="visually-hidden">{t("ui.filters")}</span>
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

interface ChipProps {
  text: string;
  /** How many rows match it. */
  count: number;
  pressed: boolean;
  onClick: () => void;
}

/** A filter of a list that is on or off, with the number of rows it would show. */
function FilterChip({ text, count, pressed, onClick }: ChipProps) {
  const formats = useFormats();
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onClick}>
      {text} <span className="muted regular">{formats.number(count)}</span>
    </button>
  );
}

interface SortProps<By extends string> {
  label: string;
  /** The label is for screen readers only. */
  bare?: boolean;
  /** The sort orders with their labels. */
  choices: readonly { by: By; text: string }[];
  value: By;
  onChange: (by: By) => void;
}

/** Sorting for phones, which have no column headers. */
function SortSelect<By extends string>({
  label,
  bare = false,
  choices,
  value,
  onChange,
}: SortProps<By>) {
  return (
    <label className={`${styles.choice} ${styles.sort}`}>
      <span className={bare ? "visually-hidden" : undefined}>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find(({ by }) => by === event.target.value);
          if (chosen !== undefined) onChange(chosen.by);
        }}
      >
        {choices.map(({ by, text }) => (
          <option key={by} value={by}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
