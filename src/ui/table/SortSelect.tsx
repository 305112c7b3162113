import styles from "./List.module.css";

interface Props<By extends string> {
  label: string;
  /** The label is for screen readers only. */
  bare?: boolean;
  /** The sort orders with their labels. */
  choices: readonly { by: By; text: string }[];
  value: By;
  onChange: (by: By) => void;
}

/** Sorting for phones, which have no column headers. */
export function SortSelect<By extends string>({
  label,
  bare = false,
  choices,
  value,
  onChange,
}: Props<By>) {
  return (
    <label className={`${styles.choice} ${styles.sort}`}>
      <span className={bare ? "visually-hidden" : undefined}>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find(({ by }) => by === event.target.value);
          if (chosen !== undefined) onChange(chosen.by);
        }}
      >
        {choices.map(({ by, text }) => (
          <option key={by} value={by}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
