import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./List.module.css";
import type { Grouping, Line } from "./view.ts";

/** The world numbering zones, by the first digit of a dial code; none begins with 0. */
const ZONES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

interface Props {
  line: Extract<Line, { kind: "group" }>;
  by: Grouping;
  number: number;
}

/** The heading of the countries of one letter or one zone. */
export function GroupRow({ line: { group, count }, by, number }: Props) {
  const t = useText();
  const formats = useFormats();
  const text = () => {
    if (by === "letter") return group === "#" ? t("directions.noLetter") : group;
    const zone = ZONES.find((each) => String(each) === group);
    return zone === undefined ? t("directions.noZone") : t(`directions.zone.${zone}`);
  };
  return (
    <tr className={styles.group} aria-rowindex={number}>
      <th scope="rowgroup" colSpan={5}>
        {text()} <span className={`regular ${styles.count}`}>{formats.number(count)}</span>
      </th>
    </tr>
  );
}
