import { useCommonText } from "#common/messages.ts";
import { StateMark, type StateShape } from "#ui/StateMark.tsx";
import type { SipState } from "./rows.ts";
import styles from "./SipStateLabel.module.css";

const SHAPES: Record<SipState, StateShape> = {
  online: "filled",
  offline: "ring",
  creating: "half",
  unknown: "dashed",
};

/** A state as a shape and a word. */
export function SipStateLabel({ state }: { state: SipState }) {
  const t = useCommonText();
  return (
    <span className={styles.label}>
      <StateMark shape={SHAPES[state]} />
      {t(`status.${state}`)}
    </span>
  );
}
