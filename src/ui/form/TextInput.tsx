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
import { noAutofill } from "./noAutofill.ts";
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
  /** Formats the typed text on blur, e.g. a phone number. */
  formatOnBlur?: (typed: string) => string | Promise<string>;
  /** An error text from the owner of the field, more specific than the schema's. */
  reason?: string | undefined;
}

/** A form's single-line text field. */
export function TextInput<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, label, help, required, inputMode, type, autoFocus, adornment } = props;
  const id = useId();
  const { field, ...state } = useController({ control, name });
  const error = pickError(shownError(field.value, state), field.value, props.reason);
  const latestField = useRef<typeof field>(field);
  useEffect(() => {
    latestField.current = field;
  });
  const unmounted = useRef(false);
  useEffect(() => {
    unmounted.current = false;
    return () => {
      unmounted.current = true;
    };
  }, []);
  const handleBlur = async () => {
    const typed: string = field.value;
    field.onBlur();
    const formatted = await props.formatOnBlur?.(typed);
    // The user may have continued typing, and the row may have moved or been removed.
    if (unmounted.current || formatted === undefined || formatted === typed) return;
    if (latestField.current.value === typed) latestField.current.onChange(formatted);
  };
  return (
    <Field id={id} label={label} help={help} error={error}>
      <OutlinedInput
        id={id}
        value={field.value}
        inputRef={field.ref}
        onChange={field.onChange}
        onBlur={() => void handleBlur()}
        error={error !== undefined}
        autoFocus={autoFocus === true}
        type={type ?? "text"}
        endAdornment={adornment}
        slotProps={{
          input: {
            "aria-describedby": describedBy(id, error),
            "aria-required": required === true,
            ...noAutofill(name),
            ...(type === "password" && { autoComplete: "new-password" }),
            inputMode: inputMode ?? "text",
          },
        }}
      />
    </Field>
  );
}

/** A server error, or a missing value, takes precedence over the owner's text. */
function pickError(failure: FieldError | undefined, typed: string, reason: string | undefined) {
  const own = failure !== undefined && failure.type !== "server" && typed.trim() !== "";
  return own && reason !== undefined ? packReason({ text: reason }) : failure?.message;
}
