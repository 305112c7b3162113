import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { TableFrame, type TableProps } from "./TableFrame.tsx";
import { usePageOffset } from "./usePageOffset.ts";

/** Extra rows above and below the screen, for fast scrolling and for Tab. */
const OVERSCAN = 10;

const nothing = () => undefined;

/** A table that scrolls with the page and renders only the rows on screen. */
export function WindowedTable<Row extends { id: number | string }>(props: TableProps<Row>) {
  const { rows, rowHeight } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const margin = usePageOffset(body);
  const [screen] = useState(() => ({ width: innerWidth, height: innerHeight }));
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: margin,
    getItemKey: (index) => rows[index]?.id ?? index,
    useFlushSync: false,
    // Known from the start, so that the rows are part of the first render, which may be paused.
    initialRect: screen,
    // Rows of equal height need no scroll correction, and scrolling would force a layout.
    scrollToFn: nothing,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return (
    <TableFrame
      {...props}
      body={body}
      shown={items.flatMap(({ index }) => rows[index] ?? [])}
      first={first?.index ?? 0}
      above={first === undefined ? 0 : first.start - margin}
      // Before the first measuring the table is as high as it will be, for the scroll to come back to.
      below={virtual.getTotalSize() - (last === undefined ? 0 : last.end - margin)}
    />
  );
}
