import IconButton from "@mui/material/IconButton";
import { type ReactNode, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { TextInput } from "#ui/form/TextInput.tsx";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { type Flaw, passwordFlaws } from "./flaws.ts";
import styles from "#ui/form/Form.module.css";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  label: string;
  help: ReactNode;
  required?: boolean;
  autoFocus?: boolean;
  /** What is wrong with a value that is refused for something else than a flaw. */
  reason?: string;
  /** Whether a flaw makes the value invalid; any other one is only a warning. */
  isRefused: (flaw: Flaw) => boolean;
  /** Generates a password, where that is allowed. */
  generate?: () => string;
}

/** A password field with a button to show the text, and warnings about what phones don't accept. */
export function SecretInput<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, isRefused, generate, help, ...input } = props;
  const t = useText();
  const { field, fieldState } = useController({ control, name });
  // One that was generated is to be seen; it was typed by nobody.
  const [visible, setVisible] = useState(generate !== undefined && field.value !== "");
  const flaws = passwordFlaws(field.value);
  const describeFlaws = (some: readonly Flaw[]) =>
    some
      .map(({ kind, found }) => {
        const quoted =
          kind === "invisible" ? found : found.map((sign) => t("secret.quoted", { sign }));
        return t(`secret.flaw.${kind}`, { found: quoted.join(", ") });
      })
      .join(" ");
  const refusedText = describeFlaws(flaws.filter(isRefused));
  // What is shown as the error is not repeated as a warning.
  const hasError = fieldState.error !== undefined;
  const flawsText = describeFlaws(hasError ? flaws.filter((flaw) => !isRefused(flaw)) : flaws);
  const toggle = visible ? t("secret.hide") : t("secret.show");
  return (
    <TextInput
      {...input}
      control={control}
      name={name}
      type={visible ? "text" : "password"}
      {...(refusedText !== "" && { reason: refusedText })}
      help={
        <>
          <span role="status" className={`attention strong ${styles.flaws}`}>
            {flawsText}
          </span>
          {help}
        </>
      }
      adornment={
        <>
          <IconButton
            size="small"
            aria-label={toggle}
            title={toggle}
            onClick={() => setVisible(!visible)}
          >
            <Icon name={visible ? "eyeOff" : "eye"} />
          </IconButton>
          {generate !== undefined && (
            <IconButton
              size="small"
              aria-label={t("secret.generate")}
              title={t("secret.generate")}
              onClick={() => {
                field.onChange(generate());
                setVisible(true);
              }}
            >
              <Icon name="dice" />
            </IconButton>
          )}
        </>
      }
    />
  );
}
