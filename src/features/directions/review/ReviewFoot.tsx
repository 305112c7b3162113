import Button from "@mui/material/Button";
import { useText } from "#i18n/texts.ts";
import { isEmpty, type Plan } from "../draft/plan.ts";
import panel from "#ui/SidePanel.module.css";
import { ApplyResultNotice } from "./ApplyResultNotice.tsx";
import type { useApply } from "./useApply.ts";

interface Props {
  plan: Plan;
  /** The risks were confirmed, or there are none. */
  ticked: boolean;
  apply: ReturnType<typeof useApply>;
  /** Whether all is said that the plan needs; marks what is missing. */
  check: (plan: Plan) => boolean;
  /** What leaving does: drops what a row's button staged, or goes back and keeps the draft. */
  gives: "up" | "back";
  onClose: () => void;
}

/**
 * The outcome of the last try, why applying is not possible yet, and a button that names its
 * effect.
 */
export function ReviewFoot({ plan, ticked, apply, check, gives, onClose }: Props) {
  const t = useText();
  const open = plan.opens.length + plan.impliedOpens.length;
  const close = plan.closes.length + plan.impliedCloses.length;
  const obstacle =
    plan.conflicts.length > 0 ? "review.conflictsFirst" : ticked ? undefined : "review.riskyFirst";
  const label = () => {
    if (open > 0 && close > 0) return t("review.applyBoth", { open, close });
    if (open > 0) return t("review.applyOpen", { open });
    return close > 0 ? t("review.applyClose", { close }) : t("review.apply");
  };
  return (
    <div className={panel.foot}>
      {apply.result !== undefined && <ApplyResultNotice result={apply.result} />}
      {obstacle !== undefined && (
        <p id="review-obstacle" className="muted small">
          {t(obstacle)}
        </p>
      )}
      <p
        id="review-running"
        role="status"
        className={apply.running ? "muted small" : "visually-hidden"}
      >
        {apply.running && t("review.running")}
      </p>
      <div className="buttons">
        {!isEmpty(plan) && (
          <Button
            variant="contained"
            color={close > 0 ? "error" : "primary"}
            loading={apply.running}
            loadingPosition="start"
            disabled={obstacle !== undefined}
            aria-describedby={obstacle === undefined ? undefined : "review-obstacle"}
            // Ignores the second press of a double click on what opened the review.
            onClick={({ detail }) => detail > 1 || !check(plan) || apply.run(plan)}
          >
            {label()}
          </Button>
        )}
        <Button
          onClick={onClose}
          disabled={apply.running}
          aria-describedby={apply.running ? "review-running" : undefined}
        >
          {isEmpty(plan) || gives === "back" ? t("review.toList") : t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}
