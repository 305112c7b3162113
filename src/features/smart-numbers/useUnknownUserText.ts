import type { ErrorText } from "#common/errorText.ts";
import { useText } from "#i18n/texts.ts";

/** Explains "User not found": nothing is broken or forbidden. */
export function useUnknownUserText(): (user: number) => ErrorText {
  const t = useText();
  return (user) => ({
    title: t("smart.unknownUser", { user: String(user) }),
    text: t("smart.unknownUserText"),
    quote: undefined,
  });
}
