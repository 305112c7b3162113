import { StateMark, type StateShape } from "#ui/StateMark.tsx";
import { Icon } from "#ui/icons.tsx";
import type { Fate } from "../draft/fate.ts";
import { useDirectionsText } from "../messages.ts";
import styles from "./List.module.css";

const SHAPES: Record<Exclude<Fate, "conflict">, StateShape> = {
  open: "filled",
  openAs: "filled",
  closed: "ring",
  unknown: "dashed",
  willOpen: "half",
  willClose: "half",
  willOpenAlong: "half",
  willCloseAlong: "half",
};

interface Props {
  fate: Fate;
  /** Name of the country that this one goes with. */
  along: string;
}

/** How a country is, or will be, as a shape and words. */
export function StateLabel({ fate, along }: Props) {
  const t = useDirectionsText();
  return (
    <span className={styles.state}>
      {fate === "conflict" ? (
        <Icon name="warning" size={16} />
      ) : (
        <StateMark shape={SHAPES[fate]} quiet={fate === "closed"} />
      )}
      <span className={styles.stateText}>{t(`directions.state.${fate}`, { name: along })}</span>
    </span>
  );
}
