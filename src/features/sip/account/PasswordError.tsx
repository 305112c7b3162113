import { useReasonText } from "#common/errorText.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { useNoPasswordText } from "./useNoPasswordText.ts";

/** Why the password could not be shown. */
export function PasswordError({ error }: { error: unknown }) {
  const t = useText();
  const reasonText = useReasonText();
  const describe = useNoPasswordText();
  return (
    <Notice tone="problem" urgent>
      {describe(error) ?? t("account.credentialsFailed", { title: reasonText(error) })}
    </Notice>
  );
}
