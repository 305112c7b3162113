import type { Control } from "react-hook-form";
import { isPasteError } from "#common/secrets/flaws.ts";
import { SecretInput as AnySecretInput } from "#common/secrets/SecretInput.tsx";
import { SecretStep } from "#common/secrets/SecretStep.tsx";
import { useText } from "#i18n/texts.ts";
import type { ConnectionValues } from "./values.ts";

interface Props<R> {
  control: Control<ConnectionValues, unknown, R>;
  label: string;
  /** Beside values that are known already the field opens when asked for. */
  isStep: boolean;
}

/** The password of the other operator. */
export function SecretInput<R>({ control, label, isStep }: Props<R>) {
  const t = useText();
  const input = (
    <AnySecretInput
      control={control}
      name="secret"
      label={label}
      help={t("externalForm.secretHelp")}
      isRefused={isPasteError}
      autoFocus={isStep}
      required
    />
  );
  if (!isStep) return input;
  return (
    <SecretStep
      control={control}
      name="secret"
      label={label}
      help={t("externalForm.secretAsked")}
      openLabel={t("externalForm.secretEnter")}
    >
      {input}
    </SecretStep>
  );
}
