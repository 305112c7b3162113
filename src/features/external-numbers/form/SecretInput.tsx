import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import type { Control } from "react-hook-form";
import { TextInput } from "#ui/form/TextInput.tsx";
import { Icon } from "#ui/icons.tsx";
import { useExternalText } from "../messages.ts";
import type { ConnectionValues } from "./values.ts";

interface Props<R> {
  control: Control<ConnectionValues, unknown, R>;
  label: string;
}

/** The password of the other operator: dots until one asks to see it. */
export function SecretInput<R>({ control, label }: Props<R>) {
  const t = useExternalText();
  const [visible, setVisible] = useState(false);
  const toggle = visible ? t("externalForm.hide") : t("externalForm.show");
  return (
    <TextInput
      control={control}
      name="secret"
      label={label}
      help={t("externalForm.secretHelp")}
      required
      type={visible ? "text" : "password"}
      adornment={
        <IconButton
          size="small"
          aria-label={toggle}
          title={toggle}
          onClick={() => setVisible(!visible)}
        >
          <Icon name={visible ? "eyeOff" : "eye"} />
        </IconButton>
      }
    />
  );
}
