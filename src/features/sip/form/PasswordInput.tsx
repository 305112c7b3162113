import { type Control, useWatch } from "react-hook-form";
import { passwordFlaws } from "#common/secrets/flaws.ts";
import { SecretInput } from "#common/secrets/SecretInput.tsx";
import { SecretStep } from "#common/secrets/SecretStep.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Form.module.css";
import { generatePassword, passwordStrength } from "./password.ts";
import type { EditValues } from "./values.ts";

/** A new password once it is asked for, typed or made up, with a hint how good it is. */
export function PasswordInput<R>({ control }: { control: Control<EditValues, unknown, R> }) {
  const t = useText();
  const password = useWatch({ control, name: "password" });
  return (
    <SecretStep
      control={control}
      name="password"
      label={t("account.password")}
      help={t("form.passwordSame")}
      openLabel={t("form.passwordSet")}
      keepLabel={t("form.passwordKeep")}
    >
      <SecretInput
        control={control}
        name="password"
        label={t("form.password")}
        help={
          <>
            {t("form.passwordHelp")} <StrengthHint password={password} />
          </>
        }
        isRefused={() => true}
        generate={generatePassword}
        autoFocus
      />
    </SecretStep>
  );
}

function StrengthHint({ password }: { password: string }) {
  const t = useText();
  const strength = passwordStrength(password);
  const isRated = password !== "" && passwordFlaws(password).length === 0;
  return (
    <span role="status" className={`${styles.strength} ${styles[strength] ?? ""}`}>
      {isRated && t(`form.strength.${strength}`)}
    </span>
  );
}
