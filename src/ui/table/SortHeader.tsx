import { Icon } from "../icons.tsx";
import type { Column, Sort } from "./columns.ts";
import styles from "./DataTable.module.css";

interface Props<Row> {
  column: Column<Row>;
  sort: Sort;
  onSort: (by: string) => void;
}

export function SortHeader<Row>({ column, sort, onSort }: Props<Row>) {
  if (column.sortable !== true) {
    return (
      <th scope="col" className={styles.head}>
        {column.header}
      </th>
    );
  }
  const sorted = sort.by === column.id;
  const direction = sort.descending ? "descending" : "ascending";
  return (
    <th scope="col" className={styles.head} aria-sort={sorted ? direction : undefined}>
      <button
        type="button"
        className={`${styles.sort} ${sorted ? styles.sorted : ""} ${sorted && sort.descending ? styles.descending : ""}`}
        onClick={() => onSort(column.id)}
      >
        {column.header}
        {sorted && <Icon name="up" size={14} />}
      </button>
    </th>
  );
}
