import { useText } from "#i18n/texts.ts";
import type { Plan } from "../draft/plan.ts";
import { listNames } from "#domain/directions/model.ts";
import { useLocale } from "#i18n/messages.ts";
import { Notice } from "#ui/Notice.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { CountryList } from "./CountryList.tsx";
import type { RiskyCountry } from "./risky.ts";
import { RiskyConfirmation } from "./RiskyConfirmation.tsx";
import type { useRiskConfirmation } from "./useRiskConfirmation.ts";

interface Props {
  plan: Plan;
  risky: readonly RiskyCountry[];
  tick: ReturnType<typeof useRiskConfirmation>;
  /** The plan is being sent: nothing can be taken out any more. */
  sending: boolean;
}

/** The changes of a plan, those that need most thought first. */
export function ReviewLists({ plan, risky, tick, sending }: Props) {
  const t = useText();
  const locale = useLocale();
  const { opens, closes, impliedOpens, impliedCloses, conflicts, missing } = plan;
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="attention">{t("review.gone", { names: listNames(missing, locale) })}</Notice>
      )}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
      <CountryList
        title={t("directions.willClose", { n: closes.length })}
        countries={closes}
        removable={!sending}
      />
      <CountryList
        title={t("review.closesAlong", { n: impliedCloses.length })}
        why={t("review.closesAlongWhy")}
        countries={impliedCloses}
      />
      <CountryList
        title={t("directions.willOpen", { n: opens.length })}
        countries={opens}
        removable={!sending}
      />
      <CountryList
        title={t("review.opensAlong", { n: impliedOpens.length })}
        why={t("review.opensAlongWhy")}
        countries={impliedOpens}
      />
      {risky.length > 0 && <RiskyConfirmation risky={risky} tick={tick} />}
    </>
  );
}
