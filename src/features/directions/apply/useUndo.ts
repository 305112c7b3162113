import { useQueryClient } from "@tanstack/react-query";
import { groupByCode, listNames } from "#domain/directions/model.ts";
import { useReasonText } from "#common/errorText.ts";
import { useLocale } from "#i18n/messages.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import type { Plan } from "../draft/plan.ts";
import { applyPlan, type Entries, type Failure, reversePlan } from "./applyPlan.ts";

/** Builds the "Undo" of a toast for what a plan did; undefined where it can't be undone. */
export function useUndo(): (done: Plan, entries?: Entries) => ToastAction | undefined {
  const t = useText();
  const toReasonText = useReasonText();
  const locale = useLocale();
  const client = useQueryClient();

  /** Which countries of a closed code were open is unknown, so the text makes no claim. */
  const doneText = ({ opens, impliedOpens, closes, impliedCloses }: Plan): string => {
    const reopened = [...closes, ...impliedCloses];
    const shared = [...groupByCode(reopened).values()].some((group) => group.length > 1);
    if (!shared) return t("directions.undone");
    const closed = listNames([...opens, ...impliedOpens], locale);
    return [
      t("directions.openedAgain", { names: listNames(reopened, locale) }),
      ...(closed === "" ? [] : [t("directions.closedAgain", { names: closed })]),
    ].join(" ");
  };

  const failedText = (done: Plan, { step, error, otherDone, found }: Failure): string => {
    const reason = toReasonText(error);
    if (otherDone && step === "open") {
      const names = listNames([...done.opens, ...done.impliedOpens], locale);
      return t("directions.undoHalf", { names, reason });
    }
    return t(found === undefined ? "directions.undoUnknown" : "directions.undoFailed", { reason });
  };
  return (done, entries = {}) => {
    const changes = reversePlan(done);
    if (changes === undefined) return undefined;
    // What was closed is opened again, and the other way round.
    const undoes: Entries = {
      ...(entries.close !== undefined && { open: entries.close }),
      ...(entries.open !== undefined && { close: entries.open }),
    };
    const run = async () => {
      const outcome = await warnBeforeUnloadWhile(applyPlan(client, changes, undoes));
      if (outcome.done) toast("success", doneText(done));
      else toast("error", failedText(done, outcome));
    };
    return { label: t("directions.undo"), run: () => void run() };
  };
}
