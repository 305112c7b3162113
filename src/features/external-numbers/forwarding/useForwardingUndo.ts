import { useQueryClient } from "@tanstack/react-query";
import { useReasonText } from "#common/errorText.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import { setForwardingQuery } from "./known.ts";
import { useForward } from "./mutations.ts";
import type { Target } from "./values.ts";

/**
 * Makes the "Undo" of a toast that sets again what this page had set last; undefined where that is
 * not known. To be called before the change that it takes back. `number` is for the eye.
 */
export function useForwardingUndo(target: Target, digits: string): () => ToastAction | undefined {
  const t = useText();
  const toReasonText = useReasonText();
  const number = usePhoneFormat()(digits);
  const client = useQueryClient();
  const forward = useForward();
  return () => {
    const before = client.getQueryData(setForwardingQuery(target).queryKey);
    if (!before) return undefined;
    const run = async () => {
      try {
        await warnBeforeUnloadWhile(forward(before.body, before.values));
        toast("success", t("forwarding.undone", { number }));
      } catch (error) {
        toast("error", t("forwarding.notUndone", { number, reason: toReasonText(error) }));
      }
    };
    return { label: t("forwarding.undo"), run: () => void run() };
  };
}
