import { memo } from "react";
import type { Column } from "./columns.ts";
import styles from "./DataTable.module.css";

interface Props<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  onOpen?: ((row: Row) => void) | undefined;
}

function DataRowInner<Row extends { id: number | string }>({ row, columns, onOpen }: Props<Row>) {
  return (
    // The link in the row does the same for the keyboard; the click is for the mouse.
    <tr
      className={onOpen === undefined ? styles.row : `${styles.row} ${styles.opens}`}
      data-row={row.id}
      onClick={(event) => {
        const target = event.target as HTMLElement;
        const selecting = (getSelection()?.toString() ?? "") !== "";
        if (target.closest("a, button, label") === null && !selecting) onOpen?.(row);
      }}
    >
      {columns.map((column) => (
        <td key={column.id} data-column={column.id} style={{ "--area": column.id }}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/**
 * Renders again only when its own row changes: a poll that changed one account renders one row,
 * even where that one moves and the others make room.
 */
export const DataRow = memo(DataRowInner) as typeof DataRowInner;
