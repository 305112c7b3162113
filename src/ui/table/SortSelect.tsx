import styles from "./List.module.css";

interface Props<By extends string> {
  label: string;
  /** The label is for readers alone. */
  bare?: boolean;
  /** What one may sort by, with its words. */
  choices: readonly { by: By; text: string }[];
  value: By;
  onChange: (by: By) => void;
}

/** On a phone there are no column headers to sort by. */
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
