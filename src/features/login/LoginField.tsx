import IconButton from "@mui/material/IconButton";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type InputHTMLAttributes, type ReactNode, useId, useState } from "react";
import { useText } from "#i18n/texts.ts";
import { describedBy, Field } from "#ui/form/Field.tsx";
import { packReason } from "#ui/form/issues.ts";
import { Icon } from "#ui/icons.tsx";

interface Props {
  label: string;
  /** What password managers know it by, as do `name` and its kind. */
  autoComplete: NonNullable<InputHTMLAttributes<HTMLInputElement>["autoComplete"]>;
  name: string;
  help?: ReactNode;
  error?: string | undefined;
  isSecret?: boolean;
  isNumeric?: boolean;
  autoFocus?: boolean;
  readOnly?: boolean;
  defaultValue?: string | undefined;
  onChange?: (value: string) => void;
}

/**
 * A field of somebody's own sign-in: unlike all others here, for password managers to fill in. Its
 * value is read out of the form when that is sent, since some of them tell nobody.
 */
export function LoginField(props: Props) {
  const { label, name, help, error, isSecret = false, isNumeric = false, autoComplete } = props;
  const { autoFocus = false, readOnly = false, defaultValue, onChange } = props;
  const t = useText();
  const id = useId();
  const [visible, setVisible] = useState(false);
  const packed = error === undefined ? undefined : packReason({ text: error });
  const toggle = t(visible ? "login.hide" : "login.show");
  return (
    <Field id={id} label={label} help={help} error={packed}>
      <OutlinedInput
        id={id}
        name={name}
        type={isSecret && !visible ? "password" : "text"}
        defaultValue={defaultValue}
        readOnly={readOnly}
        autoFocus={autoFocus}
        error={error !== undefined}
        onChange={(event) => onChange?.(event.target.value)}
        endAdornment={
          isSecret && (
            <IconButton
              size="small"
              aria-label={toggle}
              title={toggle}
              onClick={() => setVisible(!visible)}
            >
              <Icon name={visible ? "eyeOff" : "eye"} />
            </IconButton>
          )
        }
        slotProps={{
          input: {
            "aria-describedby": describedBy(id, packed),
            "aria-required": true,
            autoComplete,
            autoCapitalize: "none",
            spellCheck: false,
            inputMode: isNumeric ? "numeric" : "text",
          },
        }}
      />
    </Field>
  );
}
