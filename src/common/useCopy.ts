import { copyText } from "#ui/clipboard.ts";
import { toast } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import { useErrorText } from "./errorText.ts";

/**
 * Copies a text, which may still be loading, and shows a toast with the outcome. `describeError` gives
 * texts for errors that only the caller knows.
 */
export function useCopy(describeError?: (error: unknown) => string | undefined) {
  const t = useText();
  const errorText = useErrorText();
  return async (what: string, text: Promise<string>): Promise<void> => {
    try {
      await copyText(text);
      toast("success", t("ui.copied", { what }));
    } catch (error) {
      const value = await text.catch(() => undefined);
      // The page was left, so nobody waits for the text any more.
      const isAborted = error instanceof DOMException && error.name === "AbortError";
      if (value === undefined && !isAborted) {
        toast("error", describeError?.(error) ?? errorText(error).title);
      }
      // The browser denied copying: its own prompt shows the text selected, outside the page.
      if (value !== undefined) prompt(t("ui.copyFailed"), value);
    }
  };
}
