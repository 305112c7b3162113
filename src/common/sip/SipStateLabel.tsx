import styles from "#ui/StateLabel.module.css";
import { StateMark } from "#ui/StateMark.tsx";
import type { SipState } from "#domain/sip/rows.ts";
import { useText } from "#i18n/texts.ts";
import { SHAPES } from "./shapes.ts";

/** A state as a shape and a label. */
export function SipStateLabel({ state }: { state: SipState }) {
  const t = useText();
  const text = t(`status.${state}`);
  return (
    <span className={styles.label} translate="no">
      <StateMark shape={SHAPES[state]} />
      <span title={text}>{text}</span>
    </span>
  );
}
