import styles from "./BatchTable.module.css";

/** Lines of a cell; each is cut where it is too long, and whole in its title. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <span className={styles.lines} title={lines.join("\n")} translate="no">
      {lines.map((line) => (
        <span key={line} className="truncate">
          {line}
        </span>
      ))}
    </span>
  );
}
