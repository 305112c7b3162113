import OutlinedInput from "@mui/material/OutlinedInput";
import { useId } from "react";
import { type Control, useController } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { useText } from "#i18n/texts.ts";
import { Field } from "#ui/form/Field.tsx";
import { noAutofill } from "#ui/form/noAutofill.ts";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { CallerIdInput } from "../form/CallerIdInput.tsx";
import type { BulkValues } from "./schema.ts";

interface Props<R> {
  control: Control<BulkValues, unknown, R>;
  /** Names of scenarios that are known, to choose from. */
  scenarios: readonly string[];
}

/** What all ticked accounts are to get. An empty field changes nothing. */
export function BulkInputs<R>({ control, scenarios }: Props<R>) {
  const t = useText();
  return (
    <>
      <CallerIdInput
        control={control}
        name="aon"
        help={t("bulk.callerIdHelp")}
        placeholder={t("bulk.same")}
      />
      <TextInput
        control={control}
        name="role"
        label={t("bulk.role")}
        help={t("bulk.roleHelp", { n: LIMITS.text.max })}
      />
      <TextInput
        control={control}
        name="pattern"
        label={t("bulk.pattern")}
        help={t("bulk.patternHelp")}
      />
      <section className="stack gap-16 divided" aria-labelledby="bulk-scenarios">
        <h2 id="bulk-scenarios" className="heading strong">
          {t("bulk.scenarios")}
        </h2>
        <StepperInput
          control={control}
          name="sip_timeout"
          label={t("bulk.sipTimeout")}
          help={t("bulk.timeoutHelp", LIMITS.timeout)}
          grid={LIMITS.timeout}
        />
        <StepperInput
          control={control}
          name="phone_timeout"
          label={t("bulk.phoneTimeout")}
          help={t("bulk.phoneTimeoutHelp")}
          grid={LIMITS.timeout}
        />
        <ScenarioInput control={control} scenarios={scenarios} />
      </section>
    </>
  );
}

/** The name of the scenario to activate; those that are known are offered. */
function ScenarioInput<R>({ control, scenarios }: Props<R>) {
  const t = useText();
  const id = useId();
  const { field, fieldState } = useController({ control, name: "scenario" });
  const error = fieldState.error?.message;
  return (
    <Field id={id} label={t("bulk.scenario")} help={t("bulk.scenarioHelp")} error={error}>
      <OutlinedInput
        id={id}
        value={field.value}
        inputRef={field.ref}
        onChange={field.onChange}
        onBlur={field.onBlur}
        slotProps={{
          input: {
            list: `${id}-list`,
            "aria-describedby": `${id}-help`,
            ...noAutofill("scenario"),
          },
        }}
      />
      <datalist id={`${id}-list`}>
        {scenarios.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Field>
  );
}
