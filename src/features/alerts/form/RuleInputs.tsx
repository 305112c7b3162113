import { useQuery } from "@tanstack/react-query";
import { type Control, type UseFormReturn, useController, useWatch } from "react-hook-form";
import { CONDITION_TYPES } from "#api/alerts.ts";
import { WATCHED_KINDS } from "#api/history.ts";
import { watchPaceQuery } from "#domain/watched/queries.ts";
import { useText } from "#i18n/texts.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import { Switch } from "#ui/form/Switch.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { secondsText } from "../sentence.ts";
import { ChannelsInput } from "./ChannelsInput.tsx";
import { HoursInputs } from "./HoursInputs.tsx";
import { ObjectsInput } from "./ObjectsInput.tsx";
import { GRIDS, type RuleValues } from "./ruleSchema.ts";

export interface Inputs<R> {
  control: Control<RuleValues, unknown, R>;
}

/** All that a rule says, from top to bottom: name, condition, to whom, when. */
export function RuleInputs<R>({ form }: { form: UseFormReturn<RuleValues, unknown, R> }) {
  const t = useText();
  const { control } = form;
  const type = useWatch({ control, name: "condition.type" });
  return (
    <>
      <TextInput
        control={control}
        name="name"
        label={t("alerts.rule.name")}
        help={t("alerts.rule.nameHelp")}
        required
        autoFocus
      />
      <RadioInput
        control={control}
        name="condition.type"
        label={t("alerts.rule.condition")}
        options={CONDITION_TYPES.map((value) => ({
          value,
          label: t(`alerts.rule.is.${value}`),
          help: t(`alerts.rule.is.${value}Help`),
        }))}
      />
      {type === "unreadable" ? (
        <StepperInput
          control={control}
          name="condition.minutes"
          label={t("alerts.rule.unreadableMinutes")}
          grid={GRIDS.minutes}
        />
      ) : (
        <Which control={control} />
      )}
      <Numbers control={control} />
      <ChannelsInput control={control} />
      <HoursInputs control={control} />
      <Looks control={control} />
    </>
  );
}

function Which<R>({ control }: Inputs<R>) {
  const t = useText();
  const scope = useWatch({ control, name: "scope" });
  return (
    <>
      <RadioInput
        control={control}
        name="condition.kind"
        label={t("alerts.rule.kind")}
        options={WATCHED_KINDS.map((value) => ({
          value,
          label: t(`alerts.rule.kind.${value}`),
          help: value === "external" ? t("alerts.rule.kind.externalHelp") : "",
        }))}
      />
      <RadioInput
        control={control}
        name="scope"
        label={t("alerts.rule.scope")}
        options={[
          {
            value: "all",
            label: t("alerts.rule.scope.all"),
            help: t("alerts.rule.scope.allHelp"),
          },
          { value: "some", label: t("alerts.rule.scope.some"), help: "" },
        ]}
      />
      {scope === "some" && <ObjectsInput control={control} />}
    </>
  );
}

/** How many, and how often: what the chosen condition needs. */
function Numbers<R>({ control }: Inputs<R>) {
  const t = useText();
  const type = useWatch({ control, name: "condition.type" });
  if (type === "many") {
    return (
      <StepperInput
        control={control}
        name="condition.atLeast"
        label={t("alerts.rule.atLeast")}
        grid={GRIDS.atLeast}
      />
    );
  }
  if (type === "flapping") return <Times control={control} of="condition" />;
  return type === "offline" && <Flaps control={control} />;
}

function Times<R>({ control, of }: Inputs<R> & { of: "condition" | "condition.flapping" }) {
  const t = useText();
  return (
    <div className="row wrap gap-8-16">
      <StepperInput
        control={control}
        name={`${of}.drops`}
        label={t("alerts.rule.drops")}
        grid={GRIDS.drops}
      />
      <StepperInput
        control={control}
        name={`${of}.minutes`}
        label={t("alerts.rule.minutes")}
        grid={GRIDS.minutes}
      />
    </div>
  );
}

function Flaps<R>({ control }: Inputs<R>) {
  const t = useText();
  const { field } = useController({ control, name: "flaps" });
  return (
    <>
      <Switch
        label={t("alerts.rule.flaps")}
        help={t("alerts.rule.flapsHelp")}
        checked={field.value}
        onChange={field.onChange}
      />
      {field.value && <Times control={control} of="condition.flapping" />}
    </>
  );
}

function Looks<R>({ control }: Inputs<R>) {
  const t = useText();
  const type = useWatch({ control, name: "condition.type" });
  const { field } = useController({ control, name: "tellsEnd" });
  const { data: everyMs } = useQuery(watchPaceQuery());
  const span = everyMs === undefined ? "none" : secondsText(everyMs / 1000, t);
  return (
    <>
      {type !== "unreadable" && (
        <>
          <StepperInput
            control={control}
            name="looksDown"
            label={t("alerts.rule.looksDown")}
            help={t("alerts.rule.looksHelp", { span })}
            grid={GRIDS.looks}
          />
          <StepperInput
            control={control}
            name="looksUp"
            label={t("alerts.rule.looksUp")}
            grid={GRIDS.looks}
          />
        </>
      )}
      <Switch label={t("alerts.rule.tellsEnd")} checked={field.value} onChange={field.onChange} />
      <StepperInput
        control={control}
        name="groupSeconds"
        label={t("alerts.rule.group")}
        help={t("alerts.rule.groupHelp")}
        grid={GRIDS.groupSeconds}
      />
    </>
  );
}
