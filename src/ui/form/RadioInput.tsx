import { useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { FieldError } from "./Field.tsx";
import styles from "./Field.module.css";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  label: string;
  options: readonly { value: string; label: string; help: string }[];
}

/** A choice of a few, all of them in sight, each explained. */
export function RadioInput<V extends FieldValues, R>({
  control,
  name,
  label,
  options,
}: Props<V, R>) {
  const id = useId();
  const { field, fieldState } = useController({ control, name });
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      {options.map((option, index) => (
        <label key={option.value} className={styles.radio}>
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
            {option.label} <span className={styles.soft}>{option.help}</span>
          </span>
        </label>
      ))}
      <FieldError id={id} error={fieldState.error?.message} />
    </fieldset>
  );
}
