import { useState } from "react";
import { MIN_PASSWORD } from "#api/login.ts";
import { useText } from "#i18n/texts.ts";
import { LoginField } from "./LoginField.tsx";

interface Props {
  /** The server finds it too easy to guess. */
  isWeak: boolean;
  /** It was to be sent: from then on it says what is missing. */
  isTried: boolean;
  autoFocus?: boolean;
}

export const NEW_PASSWORD = "new-password";

/** One field with a button that shows it, rather than the same twice. */
export function NewPasswordField({ isWeak, isTried, autoFocus = false }: Props) {
  const t = useText();
  const [length, setLength] = useState(0);
  const short = MIN_PASSWORD - length;
  const error = isTried && short > 0 ? t("login.tooShort", { n: short }) : undefined;
  return (
    <LoginField
      label={t("login.newPassword")}
      help={t("login.newPasswordHelp", { n: MIN_PASSWORD })}
      name={NEW_PASSWORD}
      autoComplete="new-password"
      isSecret
      autoFocus={autoFocus}
      error={error ?? (isWeak ? t("login.weak") : undefined)}
      onChange={(value) => setLength(value.length)}
    />
  );
}
