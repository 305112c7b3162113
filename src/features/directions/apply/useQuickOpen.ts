import { useQueryClient } from "@tanstack/react-query";
import { joinCountries, listNames, type Country } from "#domain/directions/model.ts";
import { useText } from "#i18n/texts.ts";
import { isEmpty, buildPlan, type Plan } from "../draft/plan.ts";
import { allowedDirectionsQuery, directionsQuery } from "#domain/directions/queries.ts";
import { useReasonText } from "#common/errorText.ts";
import { useLocale } from "#i18n/messages.ts";
import { toast } from "#ui/toasts.ts";
import { applyPlan, type Failure, fetchAllowed } from "./applyPlan.ts";
import { useUndo } from "./useUndo.ts";

/** Opens one country at once and shows the outcome, with an undo. */
export function useQuickOpen() {
  const t = useText();
  const locale = useLocale();
  const toReasonText = useReasonText();
  const client = useQueryClient();
  const undo = useUndo();
  const listed = (countries: readonly Country[]) => listNames(countries, locale);

  /** The plan, by a fresh list; undefined, with an error toast, where it can't be read. */
  const freshPlan = async (country: Country): Promise<Plan | undefined> => {
    const staged = new Map([[country.id, { open: true, country }]]);
    try {
      // Undo closes the whole code, so a colleague must not have opened any of it before.
      const allowed = await fetchAllowed(client);
      const all = client.getQueryData(directionsQuery().queryKey)?.directions ?? [];
      return buildPlan(joinCountries(all, allowed), staged);
    } catch (error) {
      const reason = toReasonText(error);
      toast("error", t("directions.notRead", { names: listed([country]), reason }));
      return undefined;
    }
  };

  const notifyFailure = (country: Country, { error, found }: Failure) => {
    const key = found === undefined ? "directions.maybeOpened" : "directions.notOpened";
    toast("error", t(key, { names: listed([country]), reason: toReasonText(error) }));
    void client.invalidateQueries({ queryKey: allowedDirectionsQuery().queryKey });
  };

  return async (country: Country): Promise<void> => {
    const plan = await freshPlan(country);
    if (plan === undefined) return;
    const names = listed([country]);
    if (isEmpty(plan)) {
      toast("success", t("directions.alreadyOpen", { names }));
      return;
    }
    const outcome = await applyPlan(client, plan);
    if (!outcome.done) {
      notifyFailure(country, outcome);
      return;
    }
    const along = listed(plan.impliedOpens);
    const key = along === "" ? "directions.opened" : "directions.openedAlong";
    toast("success", t(key, { names, along }), undo(plan, outcome.entries));
  };
}
