import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Import.module.css";

interface Props {
  title: string;
  lines: readonly { line: number; text: string; why: string }[];
}

/** Enough to see what is wrong with a file. */
const SHOWN = 20;

/** The unused lines of a file, verbatim, with the reason. */
export function LineList({ title, lines }: Props) {
  const t = useText();
  const formats = useFormats();
  if (lines.length === 0) return null;
  return (
    <details className={styles.group}>
      <summary>{title}</summary>
      <ul className={`stack gap-4 small ${styles.list}`}>
        {lines.slice(0, SHOWN).map(({ line, text, why }) => (
          <li key={line}>{t("import.line", { line: formats.number(line), text, why })}</li>
        ))}
        {lines.length > SHOWN && (
          <li>{t("import.more", { n: formats.number(lines.length - SHOWN) })}</li>
        )}
      </ul>
    </details>
  );
}
