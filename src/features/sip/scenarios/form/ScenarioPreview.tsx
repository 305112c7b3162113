import { type Control, useWatch } from "react-hook-form";
import { Timeline } from "#common/sip/Timeline.tsx";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { useText } from "#i18n/texts.ts";
import { valuesToPlan } from "./plan.ts";
import styles from "./ScenarioForm.module.css";
import type { ScenarioValues } from "./values.ts";

/** The call as it would go by what is typed so far. */
export function ScenarioPreview<R>({ control }: { control: Control<ScenarioValues, unknown, R> }) {
  const t = useText();
  const [sequence_rule, sip_timeout, phones, voicemail] = useWatch({
    control,
    name: ["sequence_rule", "sip_timeout", "phones", "voicemail"],
  });
  const digits = usePhoneDigits(phones.map(({ number }) => number));
  const plan = valuesToPlan({ sequence_rule, sip_timeout, phones, voicemail }, digits);
  return (
    <section className={styles.drawing} aria-label={t("scenarioForm.drawing")}>
      <h3 className={styles.title}>{t("scenarioForm.drawing")}</h3>
      <Timeline plan={plan} />
    </section>
  );
}
