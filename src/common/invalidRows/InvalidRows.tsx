import { label, type Operation } from "#api/operation.ts";
import type { InvalidRow } from "#api/parseResponse.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";

/** The others are only counted: a provider may break all rows at once. */
const MAX_LISTED = 5;

interface Props {
  rows: readonly InvalidRow[];
  /** The operation that returned them. */
  operation: Operation;
}

/** The rows of a list that can't be read: what identifies them, and why they are locked. */
export function InvalidRows({ rows, operation }: Props) {
  const t = useText();
  const describe = ({ id, name, number }: InvalidRow) => {
    const own = [number, name].filter((text) => text !== "").join(" ") || t("odd.nameless");
    return id === undefined ? own : `${own} (${t("odd.id", { id: String(id) })})`;
  };
  const reason = ({ field }: InvalidRow) =>
    field === "" ? t("odd.whole") : t("odd.field", { field });
  const rest = rows.length - MAX_LISTED;
  return (
    <Notice tone="attention">
      <p>{t("odd.title", { n: rows.length })}</p>
      <ul className="indented">
        {rows.slice(0, MAX_LISTED).map((row, index) => (
          // They have no field that is certainly unique.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <bdi>{describe(row)}</bdi>: {reason(row)}
          </li>
        ))}
        {rest > 0 && <li>{t("odd.more", { n: rest })}</li>}
      </ul>
      <p>{t("odd.locked", { operation: label(operation) })}</p>
    </Notice>
  );
}
