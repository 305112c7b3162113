import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { countriesOf } from "#common/directions/model.ts";
import { isEmpty, type Plan, planOf, samePlan } from "../draft/plan.ts";
import { directionsQuery } from "#common/directions/queries.ts";
import { toast } from "#ui/toasts.ts";
import { useHere } from "#ui/useHere.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { applyPlan, type Failure, readAllowed } from "../apply/applyPlan.ts";
import { useUndo } from "../apply/useUndo.ts";
import { useDraft } from "../draft/context.ts";
import { left } from "../draft/wishes.ts";
import { useDirectionsText } from "../messages.ts";

/** What the review has to say after a press on "apply" that did not do all of it. */
export type Said =
  | { kind: "changed" }
  | { kind: "already" }
  | { kind: "notRead"; error: unknown }
  | { kind: "failed"; failure: Failure };

/** Sends a reviewed plan, if it still is what the provider's list comes to. */
export function useApply(onDone: () => void) {
  const t = useDirectionsText();
  const client = useQueryClient();
  const { wishes, setWishes } = useDraft();
  const undo = useUndo();
  const flight = useSingleFlight();
  const here = useHere();
  const [said, setSaid] = useState<Said>();

  /** By the provider's list of this moment: a colleague may have changed it since. */
  const planNow = async (): Promise<Plan> => {
    const allowed = await readAllowed(client);
    const all = client.getQueryData(directionsQuery().queryKey)?.directions ?? [];
    return planOf(countriesOf(all, allowed), wishes);
  };

  const sayDone = (plan: Plan) => {
    const opened = plan.opens.length + plan.opensAlong.length;
    const closed = plan.closes.length + plan.closesAlong.length;
    const words = [
      ...(opened > 0 ? [t("directions.didOpen", { n: opened })] : []),
      ...(closed > 0 ? [t("directions.didClose", { n: closed })] : []),
    ];
    toast("done", words.join(" "), undo(plan));
  };

  const apply = async (reviewed: Plan) => {
    setSaid(undefined);
    let now: Plan;
    try {
      now = await planNow();
    } catch (error) {
      setSaid({ kind: "notRead", error });
      return;
    }
    if (isEmpty(now)) {
      setWishes(new Map());
      setSaid({ kind: "already" });
      return;
    }
    if (!samePlan(now, reviewed)) {
      setSaid({ kind: "changed" });
      return;
    }
    const outcome = await applyPlan(client, now);
    if (outcome.done) {
      setWishes(new Map());
      sayDone(now);
      if (here.current) onDone();
      return;
    }
    setSaid({ kind: "failed", failure: outcome });
    setWishes((latest) => left(latest, now));
  };
  return {
    said,
    running: flight.running,
    run: (reviewed: Plan) => void flight.run(() => apply(reviewed)),
  };
}
