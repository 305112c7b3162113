import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import { type Control, useController } from "react-hook-form";
import { Icon } from "#ui/icons.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useAccountText } from "../account/messages.ts";
import styles from "./Form.module.css";
import { generatePassword, passwordStrength } from "./password.ts";
import type { EditValues } from "./values.ts";

/** A new password, typed or made up, with a hint how good it is. */
export function PasswordInput<R>({ control }: { control: Control<EditValues, unknown, R> }) {
  const t = useAccountText();
  const [visible, setVisible] = useState(false);
  const { field } = useController({ control, name: "password" });
  const toggle = visible ? t("account.hide") : t("account.show");
  return (
    <TextInput
      control={control}
      name="password"
      label={t("form.password")}
      type={visible ? "text" : "password"}
      help={
        <>
          {t("form.passwordHelp")} <StrengthHint password={field.value} />
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
          <IconButton
            size="small"
            aria-label={t("form.generate")}
            title={t("form.generate")}
            onClick={() => {
              field.onChange(generatePassword());
              setVisible(true);
            }}
          >
            <Icon name="dice" />
          </IconButton>
        </>
      }
    />
  );
}

function StrengthHint({ password }: { password: string }) {
  const t = useAccountText();
  const strength = passwordStrength(password);
  return (
    <span role="status" className={`${styles.strength} ${styles[strength] ?? ""}`}>
      {password !== "" && t(`form.strength.${strength}`)}
    </span>
  );
}
