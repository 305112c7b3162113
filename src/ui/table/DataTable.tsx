import { lazy, Suspense } from "react";
import { TableFrame, type TableProps } from "./TableFrame.tsx";
import { MAX_PRINTED_ROWS, usePrinting } from "./usePrinting.ts";

/** Up to so many rows, about a screenful, are rendered without windowing. */
const MAX_UNWINDOWED = 40;

/** Loads with the first long list. Without its code the list is slow, but complete. */
const WindowedTable = lazy(async () => {
  try {
    const { WindowedTable: Table } = await import("./WindowedTable.tsx");
    return { default: Table };
  } catch {
    return { default: FullTable };
  }
}) as unknown as typeof FullTable;

/** A table that scrolls with the page; a long one is windowed. */
export function DataTable<Row extends { id: number | string }>(props: TableProps<Row>) {
  const { rows, rowHeight } = props;
  // Printing needs all rows.
  const printing = usePrinting();
  if (printing || rows.length <= MAX_UNWINDOWED) return <FullTable {...props} />;
  const below = (rows.length - MAX_UNWINDOWED) * rowHeight;
  const firstRows = { shown: rows.slice(0, MAX_UNWINDOWED), first: 0, above: 0, below };
  return (
    <Suspense fallback={<TableFrame {...props} {...firstRows} />}>
      <WindowedTable {...props} />
    </Suspense>
  );
}

function FullTable<Row extends { id: number | string }>(props: TableProps<Row>) {
  const shown = props.rows.slice(0, MAX_PRINTED_ROWS);
  return <TableFrame {...props} shown={shown} first={0} above={0} below={0} />;
}
