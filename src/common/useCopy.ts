import { copyText } from "#ui/clipboard.ts";
import { useUiText } from "#ui/messages.ts";
import { toast } from "#ui/toasts.ts";
import { useErrorText } from "./errorText.ts";

/**
 * Copies a text, which may still be on its way, and says how that went. `reasonOf` words the
 * failures that only the caller knows.
 */
export function useCopy(reasonOf?: (error: unknown) => string | undefined) {
  const t = useUiText();
  const errorText = useErrorText();
  return async (what: string, text: Promise<string>): Promise<void> => {
    try {
      await copyText(text);
      toast("success", t("ui.copied", { what }));
    } catch (error) {
      const given = await text.catch(() => undefined);
      // The page was left: nobody waits for it any more.
      const left = error instanceof DOMException && error.name === "AbortError";
      if (given === undefined && !left) {
        toast("error", reasonOf?.(error) ?? errorText(error).title);
      }
      // Refused by the browser, which selects it here, and keeps it out of the page.
      if (given !== undefined) prompt(t("ui.copyFailed"), given);
    }
  };
}
