import { lazy, Suspense } from "react";
import { TableFrame, type TableProps } from "./TableFrame.tsx";
import { MOST_PRINTED, usePrinting } from "./usePrinting.ts";

/** Rows that are all in the document: about as many as stand on a screen and around it. */
const MOST_WHOLE = 40;

/** Its code comes with the first long list. Without it a list is slow, but whole. */
const WindowedTable = lazy(async () => {
  try {
    const { WindowedTable: Table } = await import("./WindowedTable.tsx");
    return { default: Table };
  } catch {
    return { default: WholeTable };
  }
}) as unknown as typeof WholeTable;

/** A table that scrolls with the page; of a long one only the rows on screen are in the document. */
export function DataTable<Row extends { id: number | string }>(props: TableProps<Row>) {
  const { rows, rowHeight } = props;
  // On paper nothing scrolls.
  const printing = usePrinting();
  if (printing || rows.length <= MOST_WHOLE) return <WholeTable {...props} />;
  const below = (rows.length - MOST_WHOLE) * rowHeight;
  const beginning = { shown: rows.slice(0, MOST_WHOLE), first: 0, above: 0, below };
  return (
    <Suspense fallback={<TableFrame {...props} {...beginning} />}>
      <WindowedTable {...props} />
    </Suspense>
  );
}

function WholeTable<Row extends { id: number | string }>(props: TableProps<Row>) {
  const shown = props.rows.slice(0, MOST_PRINTED);
  return <TableFrame {...props} shown={shown} first={0} above={0} below={0} />;
}
