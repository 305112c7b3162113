import { useQueryClient } from "@tanstack/react-query";
import type { Plan } from "../draft/plan.ts";
import { useErrorText } from "#common/errorText.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { useDirectionsText } from "../messages.ts";
import { applyPlan, reverseOf } from "./applyPlan.ts";

/** Makes the "Undo" of a toast for what a plan did; undefined where it could not be taken back. */
export function useUndo(): (done: Plan) => ToastAction | undefined {
  const t = useDirectionsText();
  const words = useErrorText();
  const client = useQueryClient();
  return (done) => {
    const changes = reverseOf(done);
    if (changes === undefined) return undefined;
    const run = async () => {
      const outcome = await applyPlan(client, changes);
      if (outcome.done) toast("done", t("directions.undone"));
      else toast("problem", t("directions.undoFailed", { reason: words(outcome.error).title }));
    };
    return { label: t("directions.undo"), run: () => void run() };
  };
}
