import { isApiError } from "#api/errors.ts";
import { useErrorText } from "#common/errorText.ts";
import { copyText } from "#ui/clipboard.ts";
import { useUiText } from "#ui/messages.ts";
import { toast } from "#ui/toasts.ts";
import { useAccountText } from "./messages.ts";
import { NoPassword } from "./usePassword.ts";

/** Copies a text, which may still be on its way, and says how that went. */
export function useCopy() {
  const t = useUiText();
  const sip = useAccountText();
  const errorText = useErrorText();
  const reasonOf = (error: unknown): string => {
    if (error instanceof NoPassword) return sip("account.noPassword");
    return isApiError(error) ? errorText(error).title : t("ui.copyFailed");
  };
  return async (what: string, text: Promise<string>): Promise<void> => {
    try {
      await copyText(text);
      toast("done", t("ui.copied", { what }));
    } catch (error) {
      // The page was left: nobody waits for it any more.
      const left = error instanceof DOMException && error.name === "AbortError";
      if (!left) toast("problem", reasonOf(error));
    }
  };
}
