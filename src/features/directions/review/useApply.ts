import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { joinCountries } from "#domain/directions/model.ts";
import { useText } from "#i18n/texts.ts";
import { isEmpty, type Plan, buildPlan, isSamePlan } from "../draft/plan.ts";
import { directionsQuery } from "#domain/directions/queries.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { applyPlan, type Entries, type Failure, fetchAllowed } from "../apply/applyPlan.ts";
import { useUndo } from "../apply/useUndo.ts";
import { useDraft } from "../draft/context.ts";
import { withoutDone } from "../draft/stagedChanges.ts";
import { useApplyResultText } from "./useApplyResultText.ts";

/** What the review shows after an "apply" that did not do all of it. */
export type ApplyResult =
  | { kind: "changed" }
  | { kind: "already" }
  | { kind: "notRead"; error: unknown }
  | { kind: "failed"; failure: Failure };

/** Sets when what was opened is closed again, and says so; false where it stays open. */
type CloseLater = (done: Plan, undo: ToastAction | undefined) => boolean;

/** Sends a reviewed plan, if it still equals the plan by the provider's current list. */
export function useApply(onDone: () => void, closeLater: CloseLater) {
  const t = useText();
  const client = useQueryClient();
  const { staged, setStaged, setSending: setUnderWay } = useDraft();
  const undo = useUndo();
  const flight = useSingleFlight();
  const isStillOnPage = useIsStillOnPage();
  const toResultText = useApplyResultText();
  const [result, setResult] = useState<ApplyResult>();
  const [sending, setSending] = useState<Plan>();

  /** Shown in the review, or as a toast once it is closed. */
  const report = (what: ApplyResult) => {
    if (isStillOnPage.current) setResult(what);
    else toast(what.kind === "already" ? "success" : "error", toResultText(what));
  };

  /** By a fresh list: a colleague may have changed it since. */
  const buildFreshPlan = async (): Promise<Plan> => {
    const allowed = await fetchAllowed(client);
    const all = client.getQueryData(directionsQuery().queryKey)?.directions ?? [];
    return buildPlan(joinCountries(all, allowed), staged);
  };

  const notifySuccess = (plan: Plan, entries: Entries | undefined) => {
    const opened = plan.opens.length + plan.impliedOpens.length;
    const closed = plan.closes.length + plan.impliedCloses.length;
    const sentences = [
      ...(opened > 0 ? [t("directions.didOpen", { n: opened })] : []),
      ...(closed > 0 ? [t("directions.didClose", { n: closed })] : []),
    ];
    const action = undo(plan, entries);
    if (!closeLater(plan, action)) toast("success", sentences.join(" "), action);
  };

  /** Whether all of it was done. */
  const apply = async (reviewed: Plan): Promise<boolean> => {
    let now: Plan;
    try {
      now = await buildFreshPlan();
    } catch (error) {
      report({ kind: "notRead", error });
      return false;
    }
    if (isEmpty(now)) {
      setStaged((latest) => withoutDone(latest, now));
      report({ kind: "already" });
      return false;
    }
    if (!isSamePlan(now, reviewed)) {
      report({ kind: "changed" });
      return false;
    }
    const outcome = await applyPlan(client, now);
    if (outcome.done) {
      setStaged((latest) => withoutDone(latest, now));
      notifySuccess(now, outcome.entries);
      return true;
    }
    report({ kind: "failed", failure: outcome });
    return false;
  };

  const run = async (reviewed: Plan) => {
    setResult(undefined);
    setSending(reviewed);
    setUnderWay(true);
    const done = await apply(reviewed).finally(() => setUnderWay(false));
    // Once all is done, nothing else is to be shown until the review closes.
    if (!done) setSending(undefined);
    else if (isStillOnPage.current) onDone();
  };
  return {
    result,
    /** The plan being sent: the lists change under it as its steps are done. */
    sending,
    running: flight.running,
    run: (reviewed: Plan) => void flight.run(() => run(reviewed)),
  };
}
