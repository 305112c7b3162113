import { type Control, useWatch } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useText } from "#i18n/texts.ts";
import { ReentryHint } from "./Hint.tsx";
import { PhonesInputs } from "./PhonesInputs.tsx";
import type { Part, ScenarioValues } from "./values.ts";
import { VoicemailInputs } from "./VoicemailInputs.tsx";

interface Props<R> {
  control: Control<ScenarioValues, unknown, R>;
  /** What the provider did not return. */
  unknown: readonly Part[];
}

export function ScenarioInputs<R>({ control, unknown }: Props<R>) {
  const t = useText();
  const [rule, timeout] = useWatch({ control, name: ["sequence_rule", "sip_timeout"] });
  const needsReentry = (part: Part, value: string) => value.trim() === "" && unknown.includes(part);
  const zero = timeout.trim() === "0";
  return (
    <>
      <TextInput
        control={control}
        name="name"
        label={t("scenarioForm.name")}
        help={t("scenarioForm.nameHelp")}
        required
        autoFocus
      />
      <RadioInput
        control={control}
        name="sequence_rule"
        label={t("form.rule")}
        help={needsReentry("sequence_rule", rule) ? <ReentryHint /> : undefined}
        options={(["single", "simultaneous"] as const).map((value) => ({
          value,
          label: t(`form.rule.${value}`),
          help: t(`scenarioForm.rule.${value}Help`),
        }))}
      />
      <StepperInput
        control={control}
        name="sip_timeout"
        label={t("form.sipTimeout")}
        help={
          <>
            {needsReentry("sip_timeout", timeout) && <ReentryHint />}
            <span>{zero ? t("form.timeoutZero") : t("form.timeoutHelp", LIMITS.timeout)}</span>
          </>
        }
        grid={LIMITS.timeout}
      />
      <PhonesInputs control={control} />
      <VoicemailInputs control={control} unknown={unknown} />
    </>
  );
}
