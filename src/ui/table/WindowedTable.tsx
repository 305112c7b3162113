import { useCallback, useRef } from "react";
import { TableFrame, type TableProps } from "./TableFrame.tsx";
import { useVirtualRows } from "./useVirtualRows.ts";

/** A table that scrolls with the page and renders only the rows on screen. */
export function WindowedTable<Row extends { id: number | string }>(props: TableProps<Row>) {
  const { rows, rowHeight } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const getHeight = useCallback(() => rowHeight, [rowHeight]);
  const { items, above, below } = useVirtualRows(body, rows, getHeight);
  return (
    <TableFrame
      {...props}
      body={body}
      shown={items.flatMap(({ index }) => rows[index] ?? [])}
      first={items[0]?.index ?? 0}
      above={above}
      below={below}
    />
  );
}
