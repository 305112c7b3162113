import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect, useId, useState } from "react";
import { type Control, useController, useFieldArray, useWatch } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { useText } from "#i18n/texts.ts";
import { isUnchanged } from "#lib/dialPlan.ts";
import { FieldError } from "#ui/form/Field.tsx";
import formStyles from "#ui/form/Form.module.css";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import { Icon, type IconName } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Hint, ReentryHint } from "./Hint.tsx";
import { Offer, SavedMark, useFormMemory } from "./memory.tsx";
import { findDuplicates } from "./plan.ts";
import styles from "./ScenarioForm.module.css";
import { isUnsendable, newRow, type ScenarioValues } from "./schema.ts";
import { SortableList, SortableRow } from "./Sortable.tsx";

const { max } = LIMITS.phones;

/** The phones of a scenario: at most five, in order, each with its own timeout. */
export function PhonesInputs<R>({ control }: { control: Control<ScenarioValues, unknown, R> }) {
  const t = useText();
  const heading = useId();
  const { fields, append, remove, move } = useFieldArray({ control, name: "phones" });
  const [phones, rule] = useWatch({ control, name: ["phones", "sequence_rule"] });
  const digits = usePhoneDigits(phones.map(({ number }) => number));
  const duplicates = findDuplicates(digits);
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
    <section className="stack gap-16 divided" aria-labelledby={heading}>
      <div className={`beside wrap spread gap-4-12 ${styles.top}`}>
        <h3 id={heading} className="heading strong">
          {t("scenarioForm.phones")}
        </h3>
        <span className="muted small tabular">
          {t("scenarioForm.count", { n: fields.length, max })}
        </span>
      </div>
      <p className={`muted small ${formStyles.lead}`}>
        {t("scenarioForm.phonesHelp")} {rule === "single" && t("scenarioForm.phonesSingle")}
        {rule === "simultaneous" && t("scenarioForm.phonesSimultaneous")}
      </p>
      {fields.length > max && (
        <Notice tone="problem">
          {t("scenarioForm.overfull", { max, extra: fields.length - max })}
        </Notice>
      )}
      {fields.length === 0 && (
        <p className={`muted small ${styles.none}`}>{t("scenarioForm.phonesNone")}</p>
      )}
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
                taken={digits}
                duplicateOf={duplicates[index]}
              />
            );
          })}
        </SortableList>
      )}
      <div className={`row wrap gap-8-12 ${styles.add}`}>
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
        <span id={`${heading}-full`} className="muted small">
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

interface PhoneRowProps<R> extends RowProps<R> {
  /** The provider did not return its number. */
  needsReentry: boolean;
  /** Index of an earlier row with the same number. */
  duplicateOf: number | undefined;
  /** Digits of the numbers of all rows. */
  taken: readonly (string | undefined)[];
}

/** One phone: its number and how long it rings. */
function PhoneRowInputs<R>({ needsReentry, duplicateOf, taken, ...row }: PhoneRowProps<R>) {
  const { index, control } = row;
  const t = useText();
  const [number, known, timeout] = useWatch({
    control,
    name: [`phones.${index}.number`, `phones.${index}.known`, `phones.${index}.timeout`],
  });
  const what = t("scenarioForm.number", { place: index + 1 });
  const { draft } = useFormMemory();
  const isEmpty = needsReentry && number.trim() === "";
  const isSaved = needsReentry && known !== "" && isUnchanged(number, known);
  return (
    <SortableRow
      id={row.id}
      handle={t("scenarioForm.drag", { what })}
      head={
        <>
          <span className={`grow strong tabular ${styles.what}`}>{index + 1}</span>
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
              {isEmpty && <ReentryHint />}
              {isSaved && draft.saved !== undefined && <SavedMark saved={draft.saved} />}
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
      {isEmpty && <NumberOffer index={index} what={what} taken={taken} />}
      <RowError {...row} />
    </SortableRow>
  );
}

interface NumberOfferProps {
  index: number;
  what: string;
  taken: readonly (string | undefined)[];
}

/** The remembered numbers that no row has: which of them stood here is not known. */
function NumberOffer({ index, what, taken }: NumberOfferProps) {
  const phone = usePhoneFormat();
  const { offer, take } = useFormMemory();
  const left = (offer?.values.phones ?? []).filter(({ number }) => !taken.includes(number));
  const choices = [...new Set(left.map(({ number }) => number))].map((number) => ({
    text: phone(number),
    onTake: () => take({ [`phones.${index}.number`]: phone(number) }),
  }));
  return <Offer label={what} choices={choices} />;
}

/** A row of the list of phones, and what can be done with it. */
interface RowProps<R> {
  id: string;
  index: number;
  last: boolean;
  control: Control<ScenarioValues, unknown, R>;
  onShift: (index: number, by: -1 | 1) => void;
  onRemove: (index: number) => void;
}

/** The id of a row's button, by which it is found when the focus must follow the row. */
const buttonId = (row: string, what: "up" | "down" | "remove") => `${row}-${what}`;

/** The buttons of a row. For a row that can't be saved, the form focuses "remove". */
function RowTools<R>(props: RowProps<R> & { what: string }) {
  const { id, index, last, control, what, onShift, onRemove } = props;
  const t = useText();
  const { field } = useController({ control, name: `phones.${index}.foreign` });
  return (
    <div className={`beside ${styles.tools}`}>
      <Tool
        id={buttonId(id, "up")}
        icon="up"
        label={t("scenarioForm.up", { what })}
        disabled={index === 0}
        onClick={() => onShift(index, -1)}
      />
      <Tool
        id={buttonId(id, "down")}
        icon="down"
        label={t("scenarioForm.down", { what })}
        disabled={last}
        onClick={() => onShift(index, 1)}
      />
      <Tool
        id={buttonId(id, "remove")}
        icon="trash"
        label={t("scenarioForm.remove", { what })}
        describedBy={`${id}-error`}
        inputRef={field.ref}
        onClick={() => onRemove(index)}
      />
    </div>
  );
}

/** Why the row blocks saving, once saving was tried. */
function RowError<R>({ id, index, control }: RowProps<R>) {
  const { field, fieldState } = useController({ control, name: `phones.${index}.foreign` });
  const stays = isUnsendable({ foreign: field.value }, index);
  return <FieldError id={id} error={stays ? fieldState.error?.message : undefined} />;
}

interface ToolProps {
  id: string;
  icon: IconName;
  label: string;
  disabled?: boolean;
  describedBy?: string;
  inputRef?: (element: HTMLElement | null) => void;
  onClick: () => void;
}

/** A disabled button stays focusable, so that moving a row to the end keeps the focus. */
function Tool({ id, icon, label, disabled = false, describedBy, inputRef, onClick }: ToolProps) {
  return (
    <IconButton
      id={id}
      ref={inputRef}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      aria-describedby={describedBy}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Icon name={icon} size={16} />
    </IconButton>
  );
}

/** A step of a kind that no request can hold: the user must remove it explicitly. */
function UnsupportedRow<R>({ type, ...row }: RowProps<R> & { type: string }) {
  const t = useText();
  const timeout = useWatch({ control: row.control, name: `phones.${row.index}.timeout` });
  const what = t("scenarioForm.foreign", { type, timeout });
  return (
    <SortableRow
      id={row.id}
      handle={t("scenarioForm.drag", { what })}
      head={
        <>
          <strong className={`grow strong tabular ${styles.what}`}>{what}</strong>
          <RowTools {...row} what={what} />
        </>
      }
    >
      <Hint>{t("scenarioForm.foreignText")}</Hint>
      <RowError {...row} />
    </SortableRow>
  );
}
