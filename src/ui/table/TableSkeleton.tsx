import styles from "./DataTable.module.css";

const ROWS = Array.from({ length: 10 }, (_, index) => index);
/** Widths in per cent, in the shape of the table to come. */
const BARS = [8, 6, 30, 14, 24];

/** A skeleton of the rows. Appears after 150 ms, so that a fast response does not flicker. */
export function TableSkeleton({ rowHeight, label }: { rowHeight: number; label: string }) {
  return (
    <div className="card delayed" role="status" style={{ "--row-height": `${rowHeight}px` }}>
      <span className="visually-hidden">{label}</span>
      {ROWS.map((row) => (
        <div key={row} className={`row ${styles.skeletonRow}`}>
          {BARS.map((width) => (
            <span key={width} className={styles.skeletonBar} style={{ width: `${width}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
