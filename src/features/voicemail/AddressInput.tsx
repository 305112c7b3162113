import OutlinedInput from "@mui/material/OutlinedInput";
import { type ReactNode, type RefObject, useId } from "react";
import { describedBy, Field } from "#ui/form/Field.tsx";
import { NO_AUTOFILL } from "#ui/form/noAutofill.ts";
import { packReason } from "#ui/form/issues.ts";
import { useText } from "#i18n/texts.ts";
import type { Problem } from "./settings.ts";

interface Props {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  required: boolean;
  problem: Problem | undefined;
  /** What the provider says of it, packed (see `issues.ts`). */
  refused: string | undefined;
  help: ReactNode;
  onChange: (email: string) => void;
  onLeave: () => void;
}

/** Where recordings are sent. */
export function AddressInput(props: Props) {
  const { inputRef, value, required, problem, refused, help, onChange, onLeave } = props;
  const t = useText();
  const id = useId();
  const ours =
    problem === undefined ? undefined : packReason({ text: t(`voicemail.wrong.${problem}`) });
  const error = ours ?? refused;
  return (
    <Field id={id} label={t("voicemail.email")} help={help} error={error}>
      <OutlinedInput
        id={id}
        value={value}
        inputRef={inputRef}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        error={error !== undefined}
        // Not of the type "email": browsers rewrite its domain while one types.
        slotProps={{
          input: {
            "aria-describedby": describedBy(id, error),
            "aria-required": required,
            ...NO_AUTOFILL,
            inputMode: "email",
            spellCheck: false,
          },
        }}
      />
    </Field>
  );
}
