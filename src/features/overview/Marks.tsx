import { type KeyboardEvent, useRef, useState } from "react";
import { Link } from "react-router";
import { type StateShape, StateMark } from "#ui/StateMark.tsx";
import styles from "./Overview.module.css";

/** One phone, or one line. */
export interface Mark {
  key: string;
  /** What stands beside the mark: an extension, say. */
  text: string;
  /** Name and state, for hovering and for screen readers. */
  label: string;
  shape: StateShape;
  to: string;
}

/** So many are links; more are a picture. */
const MAX_LINKS = 300;

interface Props {
  label: string;
  marks: readonly Mark[];
}

/** Each phone or line as a mark of its state. */
export function Marks({ label, marks }: Props) {
  if (marks.length === 0) return null;
  return marks.length > MAX_LINKS ? (
    <Dots label={label} marks={marks} />
  ) : (
    <Links label={label} marks={marks} />
  );
}

/** One stop of the Tab key for all; the arrow keys go from one to the next. */
function Links({ label, marks }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, marks.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, stop, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll("a")[next]?.focus();
  };
  return (
    <ul ref={list} className={styles.marks} aria-label={label}>
      {marks.map(({ key, text, label: name, shape, to }, index) => (
        <li key={key}>
          <Link
            className={`plain-link tabular ${styles.mark}`}
            to={to}
            title={name}
            aria-label={name}
            data-shape={shape}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setCurrent(index)}
            onKeyDown={onKeyDown}
            translate="no"
          >
            <StateMark shape={shape} size={10} />
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(index + 1, count - 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(index - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

const COLORS: Readonly<Record<StateShape, string>> = {
  filled: "var(--mui-palette-pult-online)",
  ring: "var(--mui-palette-pult-offline)",
  half: "var(--mui-palette-pult-attention)",
  dashed: "var(--mui-palette-pult-inkSoft)",
};
/** How much wider than high the picture is. */
const RATIO = 8;

/** Thousands as dots, one path for each state. */
function Dots({ label, marks }: Props) {
  const columns = Math.ceil(Math.sqrt(marks.length * RATIO));
  const paths = new Map<StateShape, string>();
  for (const [index, { shape }] of marks.entries()) {
    const dot = `M${index % columns} ${Math.floor(index / columns)}h0`;
    paths.set(shape, (paths.get(shape) ?? "") + dot);
  }
  const height = Math.ceil(marks.length / columns);
  return (
    <svg
      className={styles.dots}
      viewBox={`-0.5 -0.5 ${columns} ${height}`}
      role="img"
      aria-label={label}
    >
      {[...paths].map(([shape, d]) => (
        <path
          key={shape}
          d={d}
          stroke={COLORS[shape]}
          strokeWidth={shape === "filled" ? 0.55 : 0.9}
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}
