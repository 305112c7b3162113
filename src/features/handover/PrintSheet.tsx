import { useEffect } from "react";
import { createPortal } from "react-dom";
import { Card, type CardContent } from "./Card.tsx";
import styles from "./Handover.module.css";

interface Props {
  cards: readonly (CardContent & { id: number })[];
  /** The print dialog has closed. */
  onDone: () => void;
}

/**
 * Cards on paper, two in a row, and nothing else of the page. They are in the page only while it is
 * printed, since they hold passwords.
 */
export function PrintSheet({ cards, onDone }: Props) {
  useEffect(() => {
    document.body.dataset["printing"] = "cards";
    addEventListener("afterprint", onDone);
    // Once, also where development mounts everything twice.
    const timer = setTimeout(() => print());
    return () => {
      clearTimeout(timer);
      removeEventListener("afterprint", onDone);
      delete document.body.dataset["printing"];
    };
  }, [onDone]);
  return createPortal(
    <div className={styles.sheet}>
      {cards.map((card) => (
        <div key={card.id} className={styles.place}>
          <Card content={card} />
        </div>
      ))}
    </div>,
    document.body,
  );
}
