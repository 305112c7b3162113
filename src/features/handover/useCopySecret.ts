import { useText } from "#i18n/texts.ts";
import { copyText } from "#ui/clipboard.ts";
import { toast } from "#ui/toasts.ts";

/**
 * Copies a text that may hold a password; the toast says exactly what was copied. That the text could
 * not be made is told where the button is, not here.
 */
export function useCopySecret() {
  const t = useText();
  return async (text: Promise<string>, done: string): Promise<void> => {
    try {
      await copyText(text);
      toast("success", done);
    } catch {
      const value = await text.catch(() => undefined);
      // The browser denied copying: its own prompt shows the text selected, outside the page.
      if (value !== undefined) prompt(t("ui.copyFailed"), value);
    }
  };
}
