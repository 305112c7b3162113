import { Icon } from "../icons.tsx";
import { PHONE, useMediaQuery } from "../useMediaQuery.ts";
import type { Column, Sort } from "./columns.ts";
import styles from "./DataTable.module.css";

interface Props<Row> {
  column: Column<Row>;
  sort: Sort;
  onSort: (by: string) => void;
}

export function SortHeader<Row>({ column, sort, onSort }: Props<Row>) {
  // On a phone the header is for screen readers only, and a select sorts.
  const phone = useMediaQuery(PHONE);
  const sorted = column.sortable === true && sort.by === column.id;
  const direction = sort.descending ? "descending" : "ascending";
  if (column.sortable !== true || phone) {
    return (
      <th scope="col" className={styles.head} aria-sort={sorted ? direction : undefined}>
        {column.header}
      </th>
    );
  }
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
