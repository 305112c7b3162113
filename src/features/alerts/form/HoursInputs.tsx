import Button from "@mui/material/Button";
import { useId, useMemo, useState } from "react";
import { type FieldPath, useController, useFieldArray, useWatch } from "react-hook-form";
import { ALERT_LIMITS } from "#api/alerts.ts";
import { isExactMatch, matchesWords } from "#common/pickers/matchChoice.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { type Choice, Combobox } from "#ui/form/Combobox.tsx";
import { describedBy, Field, FieldError } from "#ui/form/Field.tsx";
import form from "#ui/form/Form.module.css";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { resolveChoices } from "#ui/form/unresolved.ts";
import { Icon } from "#ui/icons.tsx";
import styles from "../Alerts.module.css";
import { dayName } from "../sentence.ts";
import type { Inputs } from "./RuleInputs.tsx";
import { NEW_HOURS, type RuleValues } from "./ruleSchema.ts";

/** When a rule may tell something: always, or in some hours of the week. */
export function HoursInputs<R>({ control }: Inputs<R>) {
  const t = useText();
  const when = useWatch({ control, name: "when" });
  const { fields, append, remove } = useFieldArray({ control, name: "hours" });
  return (
    <>
      <RadioInput
        control={control}
        name="when"
        label={t("alerts.rule.when")}
        options={(["always", "hours"] as const).map((value) => ({
          value,
          label: t(`alerts.rule.when.${value}`),
          help: t(`alerts.rule.when.${value}Help`),
        }))}
      />
      {when === "hours" && (
        <>
          {fields.map(({ id }, index) => (
            <Line
              key={id}
              control={control}
              index={index}
              {...(fields.length > 1 && { onRemove: () => remove(index) })}
            />
          ))}
          {fields.length < ALERT_LIMITS.hours && (
            <div>
              <Button
                size="small"
                startIcon={<Icon name="plus" size={16} />}
                onClick={() => append({ ...NEW_HOURS })}
              >
                {t("alerts.rule.addHours")}
              </Button>
            </div>
          )}
        </>
      )}
      <ZoneInput control={control} />
    </>
  );
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

function Line<R>({
  control,
  index,
  onRemove,
}: Inputs<R> & { index: number; onRemove?: () => void }) {
  const t = useText();
  const locale = useLocale();
  const id = useId();
  const { field, fieldState } = useController({ control, name: `hours.${index}.days` });
  const n = index + 1;
  const toggle = (day: number, isOn: boolean) => {
    const others = field.value.filter((one) => one !== day);
    field.onChange(isOn ? [...others, day].sort((a, b) => a - b) : others);
  };
  return (
    <div className="stack gap-8" role="group" aria-label={t("alerts.rule.hoursOf", { n })}>
      <fieldset className={form.field} aria-describedby={`${id}-error`}>
        <legend className="small strong">{t("alerts.rule.days")}</legend>
        <div className={styles.days}>
          {WEEK.map((day) => (
            <label key={day} className={`row gap-6 ${form.radio}`}>
              <input
                ref={day === 1 ? field.ref : undefined}
                type="checkbox"
                aria-label={dayName(day, locale, "long")}
                checked={field.value.includes(day)}
                onChange={(event) => toggle(day, event.target.checked)}
                onBlur={field.onBlur}
              />
              <span aria-hidden="true">{dayName(day, locale)}</span>
            </label>
          ))}
        </div>
        <FieldError id={id} error={fieldState.error?.message} />
      </fieldset>
      <div className="beside wrap gap-8-16">
        <TimeInput control={control} name={`hours.${index}.from`} label={t("alerts.rule.from")} />
        <TimeInput control={control} name={`hours.${index}.to`} label={t("alerts.rule.till")} />
      </div>
      <p className="caption muted">{t("alerts.rule.tillHelp")}</p>
      {onRemove !== undefined && (
        <div>
          <Button size="small" onClick={onRemove}>
            {t("alerts.rule.removeHours", { n })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface TimeProps<R> extends Inputs<R> {
  name: FieldPath<RuleValues> & `hours.${number}.${"from" | "to"}`;
  label: string;
}

function TimeInput<R>({ control, name, label }: TimeProps<R>) {
  const id = useId();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <Field id={id} label={label} error={error}>
      <input
        {...field}
        id={id}
        type="time"
        className={`tabular ${styles.control}`}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, error)}
      />
    </Field>
  );
}

function ZoneInput<R>({ control }: Inputs<R>) {
  const t = useText();
  const id = useId();
  const { field, fieldState } = useController({ control, name: "zone" });
  const error = fieldState.error?.message;
  const [opened] = useState(field.value);
  const choices = useMemo(() => {
    const zones = new Set([opened, ...Intl.supportedValuesOf("timeZone")]);
    return [...zones].sort().map((zone): Choice => ({ value: zone, label: zone }));
  }, [opened]);
  const resolve = (typed: string) => {
    const found = resolveChoices(typed.trim(), {
      choices,
      matches: matchesWords,
      isExact: isExactMatch,
    });
    return found.length === 1 ? found[0]?.value : undefined;
  };
  return (
    <Field id={id} label={t("alerts.rule.zone")} help={t("alerts.rule.zoneHelp")} error={error}>
      <Combobox
        id={id}
        inputRef={field.ref}
        choices={choices}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        resolve={resolve}
        error={error}
        placeholder={t("alerts.rule.pickNone")}
        emptyText={t("picker.noneFound")}
        clearable={false}
        matches={matchesWords}
        moreText={(shown, n) => t("alerts.rule.pickMore", { shown, n })}
      />
    </Field>
  );
}
