import IconButton from "@mui/material/IconButton";
import { type ReactNode, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { TextInput } from "#ui/form/TextInput.tsx";
import { Icon } from "#ui/icons.tsx";
import { type Flaw, passwordFlaws } from "./flaws.ts";
import { useSecretText } from "./messages.ts";
import styles from "./Secrets.module.css";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  label: string;
  help: ReactNode;
  required?: boolean;
  autoFocus?: boolean;
  /** What the form refuses; any other flaw is told beside the field and may stay. */
  isRefused: (flaw: Flaw) => boolean;
  /** Makes one up, where that is ours to do. */
  makeUp?: () => string;
}

/** A password to be typed: dots until one asks to see it, and what phones would not take of it. */
export function SecretInput<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, isRefused, makeUp, help, ...input } = props;
  const t = useSecretText();
  const [visible, setVisible] = useState(false);
  const { field, fieldState } = useController({ control, name });
  const flaws = passwordFlaws(field.value);
  const wordsOf = (some: readonly Flaw[]) =>
    some
      .map(({ kind, found }) => {
        const quoted =
          kind === "invisible" ? found : found.map((sign) => t("secret.quoted", { sign }));
        return t(`secret.flaw.${kind}`, { found: quoted.join(", ") });
      })
      .join(" ");
  const refused = wordsOf(flaws.filter(isRefused));
  // What is told as the error is not told again.
  const isTold = fieldState.error !== undefined;
  const told = wordsOf(isTold ? flaws.filter((flaw) => !isRefused(flaw)) : flaws);
  const toggle = visible ? t("secret.hide") : t("secret.show");
  return (
    <TextInput
      {...input}
      control={control}
      name={name}
      type={visible ? "text" : "password"}
      {...(refused !== "" && { reason: refused })}
      help={
        <>
          <span role="status" className={styles.flaws}>
            {told}
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
          {makeUp !== undefined && (
            <IconButton
              size="small"
              aria-label={t("secret.generate")}
              title={t("secret.generate")}
              onClick={() => {
                field.onChange(makeUp());
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
