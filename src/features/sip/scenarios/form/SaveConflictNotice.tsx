import Button from "@mui/material/Button";
import type { SipScenario } from "#api/sipScenarios.ts";
import { useReasonText } from "#common/errorText.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { timelineTotal } from "#common/sip/timelineText.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./ScenarioForm.module.css";
import type { SaveConflict, SaveMode } from "./useGuardedReplace.ts";

interface Props {
  conflict: SaveConflict;
  onSave: (mode: SaveMode) => void;
  onReopen: (scenario: SipScenario) => void;
}

/** Why nothing was saved, and the ways on from there. */
export function SaveConflictNotice({ conflict, onSave, onReopen }: Props) {
  const t = useText();
  const reasonText = useReasonText();
  if (conflict.kind === "unread") {
    return <>{t("scenarioForm.unread", { reason: reasonText(conflict.error) })}</>;
  }
  if (conflict.kind === "gone") {
    return (
      <>
        {t("scenarioForm.gone")}
        <div className={styles.ways}>
          <Button variant="outlined" onClick={() => onSave("saveAsNew")}>
            {t("scenarioForm.asNew")}
          </Button>
        </div>
      </>
    );
  }
  const { now } = conflict;
  const n = now.endpoints.filter(({ type }) => type === "mob").length;
  const total = timelineTotal(toCallPlan(now), t);
  return (
    <>
      {t("scenarioForm.changed", { name: now.name, n, total })}
      <div className={styles.ways}>
        <Button variant="outlined" onClick={() => onReopen(now)}>
          {t("scenarioForm.reopen")}
        </Button>
        <Button color="error" onClick={() => onSave("overwrite")}>
          {t("scenarioForm.anyway")}
        </Button>
      </div>
    </>
  );
}
