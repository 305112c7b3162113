import { useCallback, useDeferredValue, useMemo } from "react";
import { useAddressParams } from "#ui/useAddressParams.ts";
import type { Counts, FilterValues, ListView, View, ViewChange } from "./createListView.ts";

/** The view in the address, and a function that changes it. Back undoes each change. */
export function useAddressView<Row, Values extends FilterValues, By extends string>({
  read,
  write,
}: Pick<ListView<Row, Values, By>, "read" | "write">) {
  const { params, change: changeParams } = useAddressParams();
  const view = useMemo(() => read(params), [read, params]);
  const change = useCallback(
    (part: ViewChange<Values, By>) => changeParams((old) => write(old, part)),
    [changeParams, write],
  );
  return { view, change };
}

export interface ListState<Row, Values extends FilterValues, By extends string> {
  listView: ListView<Row, Values, By>;
  view: View<Values, By>;
  /** The view that `shown` belongs to; may lag behind. */
  shownView: View<Values, By>;
  change: (part: ViewChange<Values, By>) => void;
  rows: readonly Row[];
  /** The rows of the view, in its order. */
  shown: readonly Row[];
  counts: Counts<Values>;
}

/** The rows for the current address, and how many each filter would show. */
export function useListView<Row, Values extends FilterValues, By extends string>(
  listView: ListView<Row, Values, By>,
  rows: readonly Row[],
): ListState<Row, Values, By> {
  const { view, change } = useAddressView(listView);
  // Typing has priority: the table may follow a moment later.
  const shownView = useDeferredValue(view);
  const shown = useMemo(() => listView.apply(rows, shownView), [listView, rows, shownView]);
  const counts = useMemo(() => listView.count(rows, shownView), [listView, rows, shownView]);
  return { listView, view, shownView, change, rows, shown, counts };
}
