import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { Column, Sort } from "./columns.ts";
import styles from "./DataTable.module.css";
import { DataRow } from "./DataRow.tsx";
import { SortHeader } from "./SortHeader.tsx";
import { MOST_PRINTED, usePrinting } from "./usePrinting.ts";
import { useTopOf } from "./useTopOf.ts";

/** Rows kept ready above and below the screen, for fast scrolling and for Tab. */
const OVERSCAN = 10;

const nothing = () => undefined;

interface Props<Row extends { id: number | string }> {
  /** Names the table for a screen reader. */
  label: string;
  className?: string | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Pixels. Every row is as high as the next, so that 10,000 need no measuring. */
  rowHeight: number;
  sort: Sort;
  onSort: (by: string) => void;
  /** A click anywhere on a row; its cells carry the same as a link for the keyboard. */
  onOpen?: ((row: Row) => void) | undefined;
}

/** A table that scrolls with the page and holds only the rows on screen. */
export function DataTable<Row extends { id: number | string }>(props: Props<Row>) {
  const { label, className, columns, rows, rowHeight, sort, onSort, onOpen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const margin = useTopOf(body);
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
    // With rows of one height there is nothing to mend, and scrolling would force a layout.
    scrollToFn: nothing,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);
  const printing = usePrinting();
  const items = virtual.getVirtualItems();
  const first = items[0];
  useRowNumbers(body, printing ? 0 : (first?.index ?? 0));
  const last = items.at(-1);
  const above = first === undefined ? 0 : first.start - margin;
  // Before the first measuring the table is as high as it will be, for the scroll to come back to.
  const end = last === undefined ? 0 : last.end - margin;
  const below = virtual.getTotalSize() - end;
  const shown = printing
    ? rows.slice(0, MOST_PRINTED).map((row, index) => ({ index, key: row.id }))
    : items;

  return (
    <table
      className={`${styles.table} ${className ?? ""}`}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      style={{ "--row-height": `${rowHeight}px` }}
    >
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body} translate="no">
        <Spacer height={printing ? 0 : above} span={columns.length} />
        {shown.map(({ index, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return <DataRow key={key} row={row} columns={columns} onOpen={onOpen} />;
        })}
        <Spacer height={printing ? 0 : below} span={columns.length} />
      </tbody>
    </table>
  );
}

/**
 * Numbers the rows for a screen reader, the header being the first. Past React: a row that makes
 * room for another one must not render for that.
 */
function useRowNumbers(body: React.RefObject<HTMLElement | null>, firstIndex: number): void {
  useLayoutEffect(() => {
    const rows = body.current?.querySelectorAll("tr[data-row]") ?? [];
    for (const [place, row] of [...rows].entries()) {
      row.setAttribute("aria-rowindex", String(firstIndex + place + 2));
    }
  });
}

/** Stands for the rows that are not on screen. */
function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles.spacer} style={{ height }} aria-hidden="true">
      <td colSpan={span} />
    </tr>
  );
}
