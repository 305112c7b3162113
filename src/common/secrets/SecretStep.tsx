import Button from "@mui/material/Button";
import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { FieldError } from "#ui/form/Field.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import styles from "#ui/form/Form.module.css";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  label: string;
  /** Shown below the button that opens the field. */
  help: string;
  openLabel: string;
  /** Label of the button that closes an optional field again. */
  keepLabel?: string;
  /** What the field holds when it opens; nothing if left out. */
  suggest?: () => string;
  /** The field; it takes the focus. */
  children: ReactNode;
}

/**
 * A password in a form that changes other things too. Its field is rendered only on request:
 * otherwise the form would save what a password manager fills in by itself.
 */
export function SecretStep<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, label, help, openLabel, keepLabel, suggest, children } = props;
  const id = useId();
  const { field, fieldState } = useController({ control, name });
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useFocusFallback(
    box,
    useCallback(() => box.current?.querySelector("button")?.focus(), []),
  );
  const error = fieldState.error?.message;
  if (opened) {
    return (
      <div ref={box} className={`stack gap-6 ${styles.step}`}>
        {children}
        {keepLabel !== undefined && (
          <Button
            className="flush"
            size="small"
            onClick={() => {
              field.onChange("");
              setOpened(false);
            }}
          >
            {keepLabel}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div
      ref={box}
      className={`stack gap-6 ${styles.step}`}
      role="group"
      aria-labelledby={`${id}-label`}
    >
      <span id={`${id}-label`} className="small strong">
        {label}
      </span>
      <Button
        ref={field.ref}
        size="small"
        variant="outlined"
        aria-describedby={`${id}-error ${id}-help`}
        onClick={() => {
          if (suggest !== undefined) field.onChange(suggest());
          setOpened(true);
        }}
      >
        {openLabel}
      </Button>
      <FieldError id={id} error={error} />
      <p id={`${id}-help`} className="caption muted">
        {help}
      </p>
    </div>
  );
}
