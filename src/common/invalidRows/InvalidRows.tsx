import { label, type Operation } from "#api/operation.ts";
import type { InvalidRow } from "#api/parseResponse.ts";
import { Notice } from "#ui/Notice.tsx";
import styles from "./InvalidRows.module.css";
import { useInvalidRowsText } from "./messages.ts";

/** So many are listed, the others counted: a provider may change all rows at once. */
const LISTED = 5;

interface Props {
  rows: readonly InvalidRow[];
  /** What gave them. */
  operation: Operation;
}

/** The rows of a list that can't be read: what is known of them, and why nothing can be done. */
export function InvalidRows({ rows, operation }: Props) {
  const t = useInvalidRowsText();
  const known = ({ id, name, number }: InvalidRow) => {
    const own = [number, name].filter((text) => text !== "").join(" ") || t("odd.nameless");
    return id === undefined ? own : `${own} (${t("odd.id", { id: String(id) })})`;
  };
  const why = ({ field }: InvalidRow) =>
    field === "" ? t("odd.whole") : t("odd.field", { field });
  const rest = rows.length - LISTED;
  return (
    <Notice tone="attention">
      <p>{t("odd.title", { n: rows.length })}</p>
      <ul className={styles.rows}>
        {rows.slice(0, LISTED).map((row, index) => (
          // Nothing of them tells them apart for sure.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <bdi>{known(row)}</bdi>: {why(row)}
          </li>
        ))}
        {rest > 0 && <li>{t("odd.more", { n: rest })}</li>}
      </ul>
      <p>{t("odd.locked", { operation: label(operation) })}</p>
    </Notice>
  );
}
