import type { Sort } from "#ui/table/columns.ts";
import { withParams } from "#ui/useAddressParams.ts";

/** A filter of which at most one value is chosen. */
interface Filter<Row, Value extends string> {
  values: readonly Value[];
  matches: (row: Row, value: Value) => boolean;
}

/** The values of each filter, by its name. */
export type FilterValues = Record<string, string>;

interface Options<Row, Values extends FilterValues, By extends string> {
  /** Which rows match what was typed into the search box. */
  search: (query: string) => (row: Row) => boolean;
  /** Each by its name in the address. */
  filters: { [Name in keyof Values]: Filter<Row, Values[Name]> };
  /** Ascending; each by its name in the address, in the order in which they are offered. */
  sorts: Record<By, (a: Row, b: Row) => number>;
  defaultSort: NoInfer<By>;
  /** The tie break for equal rows. */
  tieBreak: (a: Row, b: Row) => number;
  /** Whether a row comes before the others in any sort order. */
  isFirst?: (row: Row) => boolean;
  /** The parameter of the sort order. */
  sortParam?: string;
}

interface SearchAndSort<By extends string> {
  q: string;
  sort: Sort & { by: By };
}

/** What of a list is shown, and in which order: all of it is kept in the address. */
export type View<Values extends FilterValues, By extends string> = SearchAndSort<By> & {
  [Name in keyof Values]: Values[Name] | undefined;
};

export type ViewChange<Values extends FilterValues, By extends string> =
  | Partial<View<Values, By>>
  // For code that is generic over filters: TypeScript can't infer this from the first member.
  | Partial<SearchAndSort<By>>;

/** How many rows each filter would show, within the search and the other filters. */
export type Counts<Values extends FilterValues> = {
  /** How many rows match the search alone. */
  all: number;
} & { [Name in keyof Values]: Record<Values[Name], number> };

/**
 * The search, filters and sort orders of a list: how the address holds them, and which rows they
 * show.
 */
export interface ListView<Row, Values extends FilterValues, By extends string> {
  filters: readonly (keyof Values & string)[];
  sorts: readonly By[];
  /** Clears all filters; the search stays. */
  noFilters: Partial<View<Values, By>>;
  isFiltered: (view: View<Values, By>) => boolean;
  /** Reads an address; invalid parameters are ignored. */
  read: (params: URLSearchParams) => View<Values, By>;
  /** Changes the view in an address; keeps its other parameters, and leaves out defaults. */
  write: (params: URLSearchParams, change: ViewChange<Values, By>) => URLSearchParams;
  /** The sort order after a click on a header: ascending first, then descending. */
  changeSort: (view: View<Values, By>, by: string) => Sort & { by: By };
  /** The rows of a view, in its order. */
  apply: (rows: readonly Row[], view: View<Values, By>) => Row[];
  /** Counts the rows of a view; without one, all rows. */
  count: (rows: readonly Row[], view?: View<Values, By>) => Counts<Values>;
}

export function createListView<Row, Values extends FilterValues, By extends string>({
  search,
  filters,
  sorts: compareBy,
  defaultSort,
  tieBreak,
  isFirst = () => false,
  sortParam = "sort",
}: Options<Row, Values, By>): ListView<Row, Values, By> {
  type Name = keyof Values & string;
  // Assertions from here on: `Object.keys` and `Object.fromEntries` lose the types of the keys.
  const names = Object.keys(filters) as Name[];
  const sorts = Object.keys(compareBy) as By[];
  const byFilter = (getValue: (name: Name) => unknown) =>
    Object.fromEntries(names.map((name) => [name, getValue(name)]));
  const noFilters = byFilter(() => undefined) as Partial<View<Values, By>>;

  const read = (params: URLSearchParams) => {
    const chosen = byFilter((name) =>
      filters[name].values.find((value) => value === params.get(name)),
    );
    return { ...chosen, q: params.get("q") ?? "", sort: readSort(params) } as View<Values, By>;
  };
  const readSort = (params: URLSearchParams) => {
    const [, minus, word] = /^(-?)(\w+)$/.exec(params.get(sortParam) ?? "") ?? [];
    const by = sorts.find((each) => each === word);
    return by === undefined
      ? { by: defaultSort, descending: false }
      : { by, descending: minus === "-" };
  };
  const isIn = (view: View<Values, By>, name: Name) => (row: Row) => {
    const value = view[name];
    return value === undefined || filters[name].matches(row, value);
  };
  const allRows = read(new URLSearchParams());

  return {
    filters: names,
    sorts,
    noFilters,
    isFiltered: (view) => names.some((name) => view[name] !== undefined),
    read,
    write(params, change) {
      const { q, sort, ...chosen } = { ...read(params), ...change };
      const { by, descending } = sort;
      const isDefault = by === defaultSort && !descending;
      const sortWord = isDefault ? undefined : `${descending ? "-" : ""}${by}`;
      return withParams(params, { q, ...chosen, [sortParam]: sortWord });
    },
    changeSort({ sort }, clicked) {
      const by = sorts.find((each) => each === clicked) ?? defaultSort;
      return { by, descending: sort.by === clicked && !sort.descending };
    },
    apply(rows, view) {
      const { by, descending } = view.sort;
      const compare = compareBy[by];
      const sign = descending ? -1 : 1;
      const conditions = [...names.map((name) => isIn(view, name)), search(view.q)];
      return rows
        .filter((row) => conditions.every((isMet) => isMet(row)))
        .sort(
          (a, b) =>
            Number(isFirst(b)) - Number(isFirst(a)) || sign * compare(a, b) || tieBreak(a, b),
        );
    },
    count(rows, view = allRows) {
      const found = rows.filter(search(view.q));
      const counts = byFilter((name) => {
        const others = names.filter((other) => other !== name).map((other) => isIn(view, other));
        const countable = found.filter((row) => others.every((isMet) => isMet(row)));
        const { values, matches } = filters[name];
        return Object.fromEntries(
          values.map((value) => [value, countable.filter((row) => matches(row, value)).length]),
        );
      });
      return { ...counts, all: found.length } as Counts<Values>;
    },
  };
}
