import { useText } from "#i18n/texts.ts";
import { useIsShownInFrame } from "./connectivity.ts";
import { reasonText } from "./errorText.ts";

/**
 * Why a part of a page could not be read, without a full stop. What the frame tells of the whole page
 * is not told again: then it says where that stands.
 */
export function usePartReason(): (error: unknown) => string {
  const t = useText();
  const isShownInFrame = useIsShownInFrame();
  return (error) => (isShownInFrame(error) ? t("reason.above") : reasonText(error, t));
}
