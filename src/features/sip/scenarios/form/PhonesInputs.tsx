import Button from "@mui/material/Button";
import { useEffect, useId, useState } from "react";
import { type Control, useFieldArray, useWatch } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { UnsupportedRow } from "./UnsupportedRow.tsx";
import { PhoneRowInputs } from "./PhoneRowInputs.tsx";
import { findDuplicates } from "./plan.ts";
import { buttonId } from "./RowTools.tsx";
import styles from "./ScenarioForm.module.css";
import { SortableList } from "./Sortable.tsx";
import { newRow, type ScenarioValues } from "./values.ts";

const { max } = LIMITS.phones;

/** The phones of a scenario: at most five, in order, each with its own timeout. */
export function PhonesInputs<R>({ control }: { control: Control<ScenarioValues, unknown, R> }) {
  const t = useText();
  const heading = useId();
  const { fields, append, remove, move } = useFieldArray({ control, name: "phones" });
  const [phones, rule] = useWatch({ control, name: ["phones", "sequence_rule"] });
  const duplicates = findDuplicates(usePhoneDigits(phones.map(({ number }) => number)));
  const focus = useFocusById();
  const add = () => {
    if (fields.length < max) append(newRow(), { focusName: `phones.${fields.length}.number` });
  };
  const removeRow = (index: number) => {
    remove(index);
    const neighbour = fields[index + 1] ?? fields[index - 1];
    focus(neighbour === undefined ? `${heading}-add` : buttonId(neighbour.id, "remove"));
  };
  const moveRow = (index: number, by: -1 | 1) => {
    const row = fields[index];
    if (row === undefined || fields[index + by] === undefined) return;
    move(index, index + by);
    focus(buttonId(row.id, by === -1 ? "up" : "down"));
  };
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.top}>
        <h3 id={heading} className={styles.title}>
          {t("scenarioForm.phones")}
        </h3>
        <span className={styles.count}>{t("scenarioForm.count", { n: fields.length, max })}</span>
      </div>
      <p className={styles.help}>
        {t("scenarioForm.phonesHelp")} {rule === "single" && t("scenarioForm.phonesSingle")}
        {rule === "simultaneous" && t("scenarioForm.phonesSimultaneous")}
      </p>
      {fields.length > max && (
        <Notice tone="problem">
          {t("scenarioForm.overfull", { max, extra: fields.length - max })}
        </Notice>
      )}
      {fields.length === 0 && <p className={styles.none}>{t("scenarioForm.phonesNone")}</p>}
      {fields.length > 0 && (
        <SortableList ids={fields.map(({ id }) => id)} onMove={move}>
          {fields.map(({ id, foreign, asked }, index) => {
            const place = { id, index, last: index === fields.length - 1, control };
            const act = { onShift: moveRow, onRemove: removeRow };
            if (foreign !== "")
              return <UnsupportedRow key={id} {...place} {...act} type={foreign} />;
            return (
              <PhoneRowInputs
                key={id}
                {...place}
                {...act}
                needsReentry={asked}
                duplicateOf={duplicates[index]}
              />
            );
          })}
        </SortableList>
      )}
      <div className={styles.add}>
        <Button
          id={`${heading}-add`}
          variant="outlined"
          startIcon={<Icon name="plus" size={16} />}
          aria-disabled={fields.length >= max}
          aria-describedby={`${heading}-full`}
          onClick={add}
        >
          {t("scenarioForm.add")}
        </Button>
        <span id={`${heading}-full`} className={styles.full}>
          {fields.length >= max && t("scenarioForm.full", { max })}
        </span>
      </div>
    </section>
  );
}

/** Moves the focus to an element once the next render is on screen. */
function useFocusById(): (id: string) => void {
  const [target, setTarget] = useState<{ id: string }>();
  useEffect(() => {
    if (target !== undefined) document.getElementById(target.id)?.focus();
  }, [target]);
  return (id) => setTarget({ id });
}
