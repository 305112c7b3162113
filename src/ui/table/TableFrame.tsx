import { type RefObject, useLayoutEffect, useRef } from "react";
import { Icon } from "../icons.tsx";
import { PHONE, useMediaQuery } from "../useMediaQuery.ts";
import type { Column, Sort } from "./columns.ts";
import styles from "./DataTable.module.css";
import { DataRow } from "./DataRow.tsx";

export interface TableProps<Row extends { id: number | string }> {
  /** The table's accessible name. */
  label: string;
  className?: string | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Pixels. All rows have the same height, so that 10,000 need no measuring. */
  rowHeight: number;
  sort: Sort;
  onSort: (by: string) => void;
  /** A click anywhere on a row; a link in its cells does the same for the keyboard. */
  onOpen?: ((row: Row) => void) | undefined;
}

interface FrameProps<Row extends { id: number | string }> extends TableProps<Row> {
  body?: RefObject<HTMLTableSectionElement | null>;
  /** The rendered slice of `rows`, starting at index `first`. */
  shown: readonly Row[];
  first: number;
  /** Height of the rows that are not rendered, in pixels. */
  above: number;
  below: number;
}

/** A table with a slice of its rows and spacers for the others. */
export function TableFrame<Row extends { id: number | string }>(props: FrameProps<Row>) {
  const { label, className, columns, rows, rowHeight, sort, onSort, onOpen } = props;
  const { body, shown, first, above, below } = props;
  return (
    <table
      className={`card small tabular ${styles.table} ${className ?? ""}`}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      data-by={sort.by}
      style={{ "--row-height": `${rowHeight}px` }}
    >
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} data-column={id} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={useRowNumbers(first, body)}>
        <Spacer height={above} span={columns.length} />
        {shown.map((row) => (
          <DataRow key={row.id} row={row} columns={columns} onOpen={onOpen} />
        ))}
        <Spacer height={below} span={columns.length} />
      </tbody>
    </table>
  );
}

/**
 * Numbers the rows for screen readers, the header being the first. Bypasses React: a row must not
 * render only because its index changed.
 */
function useRowNumbers(
  first: number,
  given: RefObject<HTMLTableSectionElement | null> | undefined,
): RefObject<HTMLTableSectionElement | null> {
  const own = useRef<HTMLTableSectionElement>(null);
  const body = given ?? own;
  useLayoutEffect(() => {
    const rows = body.current?.querySelectorAll("tr[data-row]") ?? [];
    for (const [place, row] of [...rows].entries()) {
      row.setAttribute("aria-rowindex", String(first + place + 2));
    }
  });
  return body;
}

/** Takes the space of the rows that are not rendered. */
export function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles.spacer} style={{ height }} aria-hidden="true">
      <td colSpan={span} />
    </tr>
  );
}

interface HeaderProps<Row> {
  column: Column<Row>;
  sort: Sort;
  onSort: (by: string) => void;
}

function SortHeader<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  // On a phone the header is for screen readers only, and a select sorts.
  const phone = useMediaQuery(PHONE);
  const sorted = column.sortable === true && sort.by === column.id;
  const direction = sort.descending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      className={styles.head}
      data-column={column.id}
      aria-sort={sorted ? direction : undefined}
    >
      {column.sortable !== true || phone ? (
        column.header
      ) : (
        <button
          type="button"
          className={`bare ${styles.sort} ${sorted ? styles.sorted : ""} ${sorted && sort.descending ? styles.descending : ""}`}
          onClick={() => onSort(column.id)}
        >
          {column.header}
          {sorted && <Icon name="up" size={14} />}
        </button>
      )}
    </th>
  );
}
