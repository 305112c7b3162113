import type { ReactNode } from "react";

export interface Column<Row> {
  /** Also its name in the `sort` parameter, and the grid area in a phone's card. */
  id: string;
  header: ReactNode;
  /** CSS width; the columns without one share the rest. */
  width?: string;
  sortable?: boolean;
  /** Must be stable between renders: a row renders again only when it or a column changes. */
  cell: (row: Row) => ReactNode;
}

export interface Sort {
  by: string;
  descending: boolean;
}
