import { useWatch } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { isUnchanged } from "#lib/dialPlan.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import { useText } from "#i18n/texts.ts";
import { ReentryHint, Hint } from "./Hint.tsx";
import { RowError, type RowProps, RowTools } from "./RowTools.tsx";
import styles from "./ScenarioForm.module.css";
import { SortableRow } from "./Sortable.tsx";

interface Props<R> extends RowProps<R> {
  /** Its number was not returned by the provider. */
  needsReentry: boolean;
  /** Index of an earlier row with the same number. */
  duplicateOf: number | undefined;
}

/** One phone: its number and how long it rings. */
export function PhoneRowInputs<R>({ needsReentry, duplicateOf, ...row }: Props<R>) {
  const { index, control } = row;
  const t = useText();
  const [number, known, timeout] = useWatch({
    control,
    name: [`phones.${index}.number`, `phones.${index}.known`, `phones.${index}.timeout`],
  });
  const what = t("scenarioForm.number", { place: index + 1 });
  return (
    <SortableRow
      id={row.id}
      handle={t("scenarioForm.drag", { what })}
      head={
        <>
          <span className={styles.what}>{index + 1}</span>
          <RowTools {...row} what={what} />
        </>
      }
    >
      <div className={styles.pair}>
        <PhoneInput
          control={control}
          name={`phones.${index}.number`}
          label={what}
          required
          unchanged={isUnchanged(number, known)}
          help={
            <>
              {needsReentry && number.trim() === "" && <ReentryHint />}
              {duplicateOf !== undefined && (
                <Hint>{t("scenarioForm.same", { place: duplicateOf + 1 })}</Hint>
              )}
            </>
          }
        />
        <StepperInput
          control={control}
          name={`phones.${index}.timeout`}
          label={t("scenarioForm.timeout", { place: index + 1 })}
          help={
            timeout.trim() === "0"
              ? t("scenarioForm.timeoutZero")
              : t("form.timeoutHelp", LIMITS.timeout)
          }
          grid={LIMITS.timeout}
        />
      </div>
      <RowError {...row} />
    </SortableRow>
  );
}
