import { isApiError } from "#api/errors.ts";
import { useErrorText } from "#common/errorText.ts";
import { copyText } from "#ui/clipboard.ts";
import { useUiText } from "#ui/messages.ts";
import { toast } from "#ui/toasts.ts";

/** Copies a text, which may still be on its way, and says how that went. Gives whether it did. */
export function useCopy() {
  const t = useUiText();
  const errorText = useErrorText();
  return async (what: string, text: Promise<string>): Promise<boolean> => {
    try {
      await copyText(text);
      toast("done", t("ui.copied", { what }));
      return true;
    } catch (error) {
      toast("problem", isApiError(error) ? errorText(error).title : t("ui.copyFailed"));
      return false;
    }
  };
}
