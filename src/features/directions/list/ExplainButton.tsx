import type { ReactNode } from "react";
import { Icon } from "#ui/icons.tsx";
import styles from "./List.module.css";

interface Props {
  /** Id of the explanation while it is shown. */
  shown: string | undefined;
  onPress: (button: HTMLElement) => void;
  /** What is explained. */
  children: ReactNode;
}

/** A badge button that shows its explanation in the row below. */
export function ExplainButton({ shown, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={`bare inline-row gap-4 ${styles.explain}`}
      aria-expanded={shown !== undefined}
      aria-controls={shown}
      onClick={({ currentTarget }) => onPress(currentTarget)}
    >
      {children}
      <Icon name={shown === undefined ? "down" : "up"} size={16} />
    </button>
  );
}
