import { Link, type To } from "react-router";
import { useFormats } from "#i18n/format.ts";
import { Icon } from "#ui/icons.tsx";
import { StateMark, type StateShape } from "#ui/StateMark.tsx";
import styles from "./Overview.module.css";

/** A state, or a warning. */
export type FigureShape = StateShape | "warning";

interface Props {
  value: number;
  /** What is counted, in the plural form of the number. */
  label: string;
  shape: FigureShape;
  /** The list filtered to what is counted. */
  to: To;
}

/** A number that links to what it counts. */
export function Figure({ value, label, shape, to }: Props) {
  const formats = useFormats();
  return (
    <Link
      className={`card stack gap-2 plain-link ${styles.figure}`}
      to={to}
      data-shape={value > 0 ? shape : undefined}
      translate="no"
    >
      <span className={`row gap-8 strong tabular ${styles.number}`}>
        {formats.number(value)}
        <FigureMark shape={shape} quiet={value === 0} />
      </span>{" "}
      <span className="muted small">{label}</span>
    </Link>
  );
}

/** Decorative: the text is next to it. */
export function FigureMark({ shape, quiet }: { shape: FigureShape; quiet?: boolean }) {
  if (shape !== "warning") return <StateMark shape={shape} quiet={quiet === true} />;
  return (
    <span className={`${quiet === true ? "muted" : "attention"} ${styles.warning}`}>
      <Icon name="warning" size={14} />
    </span>
  );
}
