import styles from "./list/SmartPage.module.css";

/** Which of the three numbers this is: the same letter in the drawing and in the list. */
export function NumberRoleBadge({ of }: { of: "A" | "B" | "X" }) {
  return (
    <span className={`caption strong ${styles.letter} ${of === "X" ? styles.smart : ""}`}>
      {of}
    </span>
  );
}
