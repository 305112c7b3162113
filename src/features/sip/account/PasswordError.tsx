import { useReasonText } from "#common/errorText.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { NoPasswordError } from "./usePassword.ts";

/** Why the password could not be shown. */
export function PasswordError({ error }: { error: unknown }) {
  const t = useText();
  const reasonText = useReasonText();
  return (
    <Notice tone="problem" urgent>
      {error instanceof NoPasswordError
        ? t("account.noPassword")
        : t("account.credentialsFailed", { title: reasonText(error) })}
    </Notice>
  );
}
