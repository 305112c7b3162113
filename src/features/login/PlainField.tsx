import OutlinedInput from "@mui/material/OutlinedInput";
import { useId } from "react";
import { describedBy, Field } from "#ui/form/Field.tsx";
import { packReason } from "#ui/form/issues.ts";
import { NO_AUTOFILL } from "#ui/form/noAutofill.ts";

interface Props {
  label: string;
  help: string;
  name: string;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
}

/** A field about somebody else: what a browser knows of oneself has no place in it. */
export function PlainField(props: Props) {
  const { label, help, name, error, required = false, autoFocus = false, maxLength } = props;
  const id = useId();
  const packed = error === undefined ? undefined : packReason({ text: error });
  return (
    <Field id={id} label={label} help={help} error={packed}>
      <OutlinedInput
        id={id}
        name={name}
        error={error !== undefined}
        autoFocus={autoFocus}
        slotProps={{
          input: {
            "aria-describedby": describedBy(id, packed),
            "aria-required": required,
            maxLength,
            spellCheck: false,
            ...NO_AUTOFILL,
          },
        }}
      />
    </Field>
  );
}
