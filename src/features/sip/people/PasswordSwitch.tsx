import { useText } from "#i18n/texts.ts";
import { Switch } from "#ui/form/Switch.tsx";

interface Props {
  sets: boolean;
  onChange: (sets: boolean) => void;
}

/** Whether the account gets a new password, made up as it is sent. */
export function PasswordSwitch({ sets, onChange }: Props) {
  const t = useText();
  return (
    <Switch
      label={t("people.newPassword")}
      help={t(sets ? "people.newPasswordHelp" : "people.oldPassword")}
      checked={sets}
      onChange={onChange}
    />
  );
}
