import { useMemo } from "react";
import { useAddressView } from "#common/list/useListView.ts";
import { useBoard } from "../board/useBoard.ts";
import { boardView } from "../board/view.ts";
import { accountItem, lineItem, orderItems } from "./items.ts";
import { useLines } from "./useLines.ts";

/** What has a tile, in its order, and the counters; within the filters of the address. */
export function useWall(every: number, isSessionKnown: boolean) {
  const { rows, accounts, statuses } = useBoard(every);
  const { view } = useAddressView(boardView);
  const lines = useLines(view, isSessionKnown);
  const items = useMemo(() => {
    const shown = lines.filter(({ state }) => view.state === undefined || state === view.state);
    // The few numbers come before the many accounts.
    return [...shown.map(lineItem), ...boardView.apply(rows, view).map(accountItem)];
  }, [lines, rows, view]);
  const ordered = useMemo(() => orderItems(items), [items]);
  const counts = useMemo(
    () => boardView.count(rows, { ...view, state: undefined }).state,
    [rows, view],
  );
  return { items, ...ordered, view, counts, lines, accounts, statuses, isEmpty: rows.length === 0 };
}
