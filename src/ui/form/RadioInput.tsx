import { type ReactNode, useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { describedBy, FieldError } from "./Field.tsx";
import { shownError } from "./shownError.ts";
import styles from "./Form.module.css";
import { unbroken } from "../unbroken.tsx";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  label: string;
  /** Shown between the label and the options. */
  help?: ReactNode;
  options: readonly { value: string; label: string; help: string }[];
}

/** A group of radio buttons, each with an explanation. */
export function RadioInput<V extends FieldValues, R>({
  control,
  name,
  label,
  help,
  options,
}: Props<V, R>) {
  const id = useId();
  const { field, ...state } = useController({ control, name });
  const error = shownError(field.value, state)?.message;
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(id, error)}>
      <legend className="small strong">{label}</legend>
      {help !== undefined && (
        <div id={`${id}-help`} className="caption muted">
          {help}
        </div>
      )}
      {options.map((option, index) => (
        <label key={option.value} className={`beside gap-8 ${styles.radio}`}>
          <input
            type="radio"
            name={`${id}-${name}`}
            value={option.value}
            checked={field.value === option.value}
            onChange={() => field.onChange(option.value)}
            ref={index === 0 ? field.ref : undefined}
            onBlur={field.onBlur}
          />
          <span>
            {unbroken(option.label)} <span className="muted">{unbroken(option.help)}</span>
          </span>
        </label>
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
