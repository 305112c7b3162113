import type { SipState } from "#domain/sip/rows.ts";
import { StateMark } from "#ui/StateMark.tsx";
import { SHAPES } from "#common/sip/shapes.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Board.module.css";
import { useCountText } from "./countText.ts";

interface Props {
  counts: Record<SipState, number>;
  /** Whether any status has been read: before that, nobody counts as offline or online. */
  known: boolean;
  /** Whether the list is complete: a partial number would be mistaken for the office's. */
  complete: boolean;
  chosen: SipState | undefined;
  onChoose: (state: SipState | undefined) => void;
}

const ALWAYS: readonly SipState[] = ["offline", "online", "creating"];

/** The number of accounts in each state; a click filters by it, another click shows all. */
export function Counters({ counts, known, complete, chosen, onChoose }: Props) {
  const t = useText();
  const countText = useCountText(known, complete);
  const shown: SipState[] = [...ALWAYS];
  if (counts.unknown > 0 || chosen === "unknown") shown.push("unknown");
  return (
    <div className={styles.counters} role="group" aria-label={t("board.counters")} translate="no">
      {shown.map((state) => (
        <button
          key={state}
          type="button"
          className={`bare card stack gap-2 ${styles.counter}`}
          data-none={state === "creating" && counts.creating === 0}
          data-trouble={state === "offline" && counts.offline > 0}
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? undefined : state)}
        >
          <span className={`strong tabular ${styles.number}`}>
            {countText(state, counts[state])}
          </span>
          <span className={`muted small ${styles.word}`}>
            <StateMark shape={SHAPES[state]} />
            {t(`status.${state}`)}
          </span>
        </button>
      ))}
    </div>
  );
}
