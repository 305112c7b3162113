import { toCallPlan } from "#domain/sip/timeline.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { TimelineMini } from "#common/sip/TimelineMini.tsx";
import { isPhoneSilent, timelineTotal, timelineText } from "#common/sip/timelineText.ts";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./SipTable.module.css";

/** The active scenario: its name, its drawing made tiny, how long it rings. */
export function ScenarioCell({ scenario }: { scenario: NonNullable<SipRow["scenario"]> }) {
  const t = useText();
  const plan = toCallPlan(scenario);
  // Words in place of the drawing, which is small for what must not be missed.
  const silent = isPhoneSilent(plan);
  return (
    <span className={styles.scenario}>
      <span className={styles.scenarioName} title={scenario.name}>
        {scenario.name}
      </span>
      {silent ? (
        <span className={styles.silent} title={timelineText(plan, t)}>
          <Icon name="warning" size={14} /> {t("timeline.phoneZero")}
        </span>
      ) : (
        <>
          <TimelineMini plan={plan} />
          <span className={styles.total}>{timelineTotal(plan, t)}</span>
        </>
      )}
    </span>
  );
}
