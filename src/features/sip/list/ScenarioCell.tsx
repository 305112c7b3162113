import { planOf } from "#common/sip/timeline.ts";
import type { SipRow } from "#common/sip/rows.ts";
import { TimelineMini } from "#common/sip/TimelineMini.tsx";
import { timelineTotal } from "#common/sip/timelineText.ts";
import { useCommonText } from "#common/messages.ts";
import styles from "./SipTable.module.css";

/** The active scenario: its name, its drawing made tiny, how long it rings. */
export function ScenarioCell({ scenario }: { scenario: NonNullable<SipRow["scenario"]> }) {
  const t = useCommonText();
  const plan = planOf(scenario);
  return (
    <span className={styles.scenario}>
      <span className={styles.scenarioName} title={scenario.name}>
        {scenario.name}
      </span>
      <TimelineMini plan={plan} />
      <span className={styles.total}>{timelineTotal(plan, t)}</span>
    </span>
  );
}
