import { useFormats } from "#i18n/format.ts";
import styles from "./FilterChip.module.css";

interface Props {
  text: string;
  /** How many there are. */
  count: number;
  pressed: boolean;
  onClick: () => void;
}

/** A filter of a list that is on or off, with the number of what it would show. */
export function FilterChip({ text, count, pressed, onClick }: Props) {
  const formats = useFormats();
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onClick}>
      {text} <span className={styles.count}>{formats.number(count)}</span>
    </button>
  );
}
