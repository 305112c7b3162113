import { useMemo } from "react";
import type { NewRow } from "#domain/batch/batch.ts";
import { useNames } from "#common/journal/useNames.ts";
import type { Column } from "#ui/table/columns.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { useDensity } from "#ui/table/density.ts";
import { countLines } from "./changeText.ts";

const UNSORTED = { by: "", descending: false };
const nothing = () => undefined;

interface Props<Row> {
  label: string;
  className: string | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The writes of a row, which make it as high as their lines; a stable function. */
  steps: (row: Row) => readonly Pick<NewRow, "step">[];
  /** Lines of a row besides those of its writes. */
  moreLines?: number;
}

/** Rows in their own order, each with what it changes, line by line. */
export function ChangesTable<Row extends { id: number }>(props: Props<Row>) {
  const { steps, moreLines = 0, ...table } = props;
  const { rowHeight } = useDensity();
  const lines = useMemo(() => countLines(table.rows.map(steps)), [table.rows, steps]) + moreLines;
  return (
    <DataTable
      {...table}
      rowHeight={lines <= 1 ? rowHeight : rowHeight + (lines - 1) * Math.round(rowHeight / 2.2)}
      sort={UNSORTED}
      onSort={nothing}
    />
  );
}

const CHANGES = {
  fields: { aon: 0 },
  object: { kind: "sip", id: null, number: null, name: null },
} as const;

/** Names what changes of accounts know by its id: their caller IDs. */
export const useChangeNames = () => useNames(CHANGES);
