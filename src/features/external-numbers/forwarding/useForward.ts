import { useQueryClient } from "@tanstack/react-query";
import type { Forwarding } from "#api/forwarding.ts";
import { type ErrorText, mayBeDone, useErrorText, useReasonText } from "#common/errorText.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useFollow } from "#domain/externalNumbers/mutations.ts";
import {
  findRemembered,
  rememberedForwardingQuery,
  type Target,
} from "#domain/externalNumbers/remembered.ts";
import { useText } from "#i18n/texts.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";

/** Sets the forwarding of a number. */
export function useForward(): (body: Forwarding) => Promise<void> {
  const { mutateAsync } = useFollow();
  return async (body) => {
    await mutateAsync({ body });
  };
}

/**
 * Builds the "Undo" of a toast that restores what Pult had set last; undefined where that is
 * unknown. Call it before the change that it undoes. `number` is for display.
 */
export function useForwardingUndo(target: Target, digits: string): () => ToastAction | undefined {
  const t = useText();
  const toReasonText = useReasonText();
  const number = usePhoneFormat()(digits);
  const client = useQueryClient();
  const forward = useForward();
  return () => {
    const known = client.getQueryData(rememberedForwardingQuery().queryKey);
    const before = findRemembered(known, target);
    if (before?.certain !== true) return undefined;
    const run = async () => {
      try {
        await warnBeforeUnloadWhile(forward(before.values));
        toast("success", t("forwarding.undone", { number }));
      } catch (error) {
        toast("error", t("forwarding.notUndone", { number, reason: toReasonText(error) }));
      }
    };
    return { label: t("forwarding.undo"), run: () => void run() };
  };
}

/**
 * Why it failed; with an unknown outcome, explains that no list shows it and that saving again is
 * harmless.
 */
export function useForwardingErrorText(): (error: unknown) => ErrorText {
  const t = useText();
  const general = useErrorText();
  return (error) =>
    mayBeDone(error) ? { ...general(error), text: t("forwarding.unsure") } : general(error);
}
