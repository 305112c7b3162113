import { Link, type To } from "react-router";
import { useFormats } from "#i18n/format.ts";
import { StateMark, type StateShape } from "#ui/StateMark.tsx";
import styles from "./Overview.module.css";

interface Props {
  value: number;
  /** What is counted, in the form that fits the number. */
  words: string;
  shape: StateShape;
  /** The list that shows just these. */
  to: To;
}

/** A number that leads to what it counts. */
export function Figure({ value, words, shape, to }: Props) {
  const formats = useFormats();
  return (
    <Link className={styles.figure} to={to} data-shape={value > 0 ? shape : undefined}>
      <span className={styles.number}>{formats.number(value)}</span>
      <span className={styles.words}>
        <StateMark shape={shape} />
        {words}
      </span>
    </Link>
  );
}
