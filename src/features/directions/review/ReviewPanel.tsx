import { useLocation } from "react-router";
import { useText } from "#i18n/texts.ts";
import { isEmpty } from "../draft/plan.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useDraft } from "../draft/context.ts";
import { without } from "../draft/stagedChanges.ts";
import { NothingToReview } from "./NothingToReview.tsx";
import { ReviewFoot } from "./ReviewFoot.tsx";
import { ReviewLists } from "./ReviewLists.tsx";
import { findRisky } from "./risky.ts";
import { addedBy } from "./state.ts";
import { useApply } from "./useApply.ts";
import { OpensUntil, useOpensUntil } from "./useOpensUntil.ts";
import { useRiskConfirmation } from "./useRiskConfirmation.ts";

/** `/directions/review`: all that will change, by name, before any of it is sent. */
export function ReviewPanel() {
  const t = useText();
  const { search, state } = useLocation();
  const added = addedBy(state);
  const close = useClosePanel(`${paths.directions()}${search}`);
  const draft = useDraft();
  const until = useOpensUntil();
  const apply = useApply(() => void close(), until.close);
  const plan = apply.sending ?? draft.plan;
  const risky = findRisky(plan);
  const tick = useRiskConfirmation(risky);
  // Blocked while it is being sent, so that nobody leaves by accident: the outcome is shown here.
  const onClose = () => {
    if (apply.running) return;
    if (added !== undefined) draft.setStaged((latest) => without(latest, [added]));
    void close();
  };
  usePanelTitle(t("review.title"));
  return (
    <SidePanel title={t("review.title")} onClose={onClose}>
      {isEmpty(plan) && plan.missing.length === 0 && apply.result === undefined ? (
        <div className={panel.body}>
          <NothingToReview onClose={() => void close()} />
        </div>
      ) : (
        <>
          <div className={panel.body}>
            <ReviewLists plan={plan} risky={risky} tick={tick} sending={apply.running} />
            {plan.opens.length > 0 && <OpensUntil opens={plan.opens} {...until.choice} />}
          </div>
          <ReviewFoot
            plan={plan}
            ticked={tick.ticked || risky.length === 0}
            apply={apply}
            check={until.check}
            gives={added === undefined ? "back" : "up"}
            onClose={onClose}
          />
        </>
      )}
    </SidePanel>
  );
}
