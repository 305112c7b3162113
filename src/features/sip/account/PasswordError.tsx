import { useReasonText } from "#common/errorText.ts";
import { Notice } from "#ui/Notice.tsx";
import { useAccountText } from "./messages.ts";
import { NoPasswordError } from "./usePassword.ts";

/** Why the password could not be shown. */
export function PasswordError({ error }: { error: unknown }) {
  const t = useAccountText();
  const reasonText = useReasonText();
  return (
    <Notice tone="problem" urgent>
      {error instanceof NoPasswordError
        ? t("account.noPassword")
        : t("account.credentialsFailed", { title: reasonText(error) })}
    </Notice>
  );
}
