import OutlinedInput from "@mui/material/OutlinedInput";
import { type ReactNode, useEffect, useId, useRef } from "react";
import {
  type Control,
  type FieldError,
  type FieldPath,
  type FieldValues,
  useController,
} from "react-hook-form";
import { describedBy, Field } from "./Field.tsx";
import { keepOff } from "./keepOff.ts";
import { packReason } from "./issues.ts";
import { shownError } from "./shownError.ts";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  label: string;
  help?: ReactNode;
  required?: boolean;
  inputMode?: "text" | "numeric" | "tel";
  type?: "text" | "password";
  autoFocus?: boolean;
  adornment?: ReactNode;
  /** Rewrites what was typed when one leaves the field, e.g. formats a phone number. */
  formatOnBlur?: (typed: string) => string | Promise<string>;
  /** What is wrong with what was typed, where the field's owner knows more than its limits say. */
  reason?: string | undefined;
}

/** A line of text of a form. */
export function TextInput<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, label, help, required, inputMode, type, autoFocus, adornment } = props;
  const id = useId();
  const { field, ...state } = useController({ control, name });
  const error = errorOf(shownError(field.value, state), field.value, props.reason);
  const now = useRef<typeof field>(field);
  useEffect(() => {
    now.current = field;
  });
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const leave = async () => {
    const typed: string = field.value;
    field.onBlur();
    const tidied = await props.formatOnBlur?.(typed);
    // Typed on meanwhile: what is newer stays. A row may have moved, or be gone.
    if (gone.current || tidied === undefined || tidied === typed) return;
    if (now.current.value === typed) now.current.onChange(tidied);
  };
  return (
    <Field id={id} label={label} help={help} error={error}>
      <OutlinedInput
        id={id}
        value={field.value}
        inputRef={field.ref}
        onChange={field.onChange}
        onBlur={() => void leave()}
        error={error !== undefined}
        autoFocus={autoFocus === true}
        type={type ?? "text"}
        endAdornment={adornment}
        slotProps={{
          input: {
            "aria-describedby": describedBy(id, error),
            "aria-required": required === true,
            ...keepOff(name),
            ...(type === "password" && { autoComplete: "new-password" }),
            inputMode: inputMode ?? "text",
          },
        }}
      />
    </Field>
  );
}

/** What the server said of a value, and that there is none, goes before the owner's words. */
function errorOf(failure: FieldError | undefined, typed: string, reason: string | undefined) {
  const own = failure !== undefined && failure.type !== "server" && typed.trim() !== "";
  return own && reason !== undefined ? packReason({ text: reason }) : failure?.message;
}
