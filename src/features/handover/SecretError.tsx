import { useReasonText } from "#common/errorText.ts";
import { NoPasswordError, WrongAccountError } from "#domain/sip/readSecret.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";

/** Why a password could not be read, in one sentence. */
export function useSecretErrorText(): (error: unknown) => string {
  const t = useText();
  const reasonText = useReasonText();
  return (error) => {
    if (error instanceof NoPasswordError) return t("handover.noPassword");
    if (error instanceof WrongAccountError) return t("handover.wrongAccount");
    return t("handover.failed", { title: reasonText(error) });
  };
}

/** The same where the button was pressed. */
export function SecretError({ error }: { error: unknown }) {
  const toText = useSecretErrorText();
  if (error === undefined) return null;
  return (
    <Notice tone="problem" urgent>
      {toText(error)}
    </Notice>
  );
}
