import { type Control, useWatch } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Form.module.css";
import type { CreateValues } from "./values.ts";

/** Where the calls of a new account ring. */
export function FirstScenarioInputs<R>({
  control,
}: {
  control: Control<CreateValues, unknown, R>;
}) {
  const t = useText();
  const [typed, sipTimeout, phoneTimeout] = useWatch({
    control,
    name: ["phone_number", "sip_timeout", "phone_timeout"],
  });
  const timeoutHelp = (timeout: string) =>
    timeout.trim() === "0" ? t("form.timeoutZero") : t("form.timeoutHelp", LIMITS.timeout);
  return (
    <section className={styles.section} aria-labelledby="first-scenario">
      <h3 id="first-scenario" className={styles.title}>
        {t("form.first")}
      </h3>
      <p className={styles.help}>{t("form.firstHelp")}</p>
      <StepperInput
        control={control}
        name="sip_timeout"
        label={t("form.sipTimeout")}
        help={timeoutHelp(sipTimeout)}
        grid={LIMITS.timeout}
      />
      <PhoneInput
        control={control}
        name="phone_number"
        label={t("form.phone")}
        help={t("form.phoneHelp")}
      />
      {typed.trim() !== "" && (
        <>
          <StepperInput
            control={control}
            name="phone_timeout"
            label={t("form.phoneTimeout")}
            help={timeoutHelp(phoneTimeout)}
            grid={LIMITS.timeout}
          />
          <RadioInput
            control={control}
            name="sequence_rule"
            label={t("form.rule")}
            options={(["single", "simultaneous"] as const).map((value) => ({
              value,
              label: t(`form.rule.${value}`),
              help: t(`form.rule.${value}Help`),
            }))}
          />
        </>
      )}
    </section>
  );
}
