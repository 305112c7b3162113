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

/**
 * Sets the forwarding of a number; `undoes` is the journal's entry that this takes back. Returns its
 * own entry.
 */
export function useForward(): (body: Forwarding, undoes?: number) => Promise<number | undefined> {
  const { mutateAsync } = useFollow();
  return async (body, undoes) => (await mutateAsync({ body }, undoes)).entry;
}

/** Builds the "Undo" once the change is done, by its entry in the journal. */
type CompleteUndo = (entry: number | undefined) => ToastAction;

/**
 * Builds the "Undo" of a toast that restores what Pult had set last; undefined where that is
 * unknown. Call it before the change that it undoes. `number` is for display.
 */
export function useForwardingUndo(target: Target, digits: string): () => CompleteUndo | undefined {
  const t = useText();
  const toReasonText = useReasonText();
  const number = usePhoneFormat()(digits);
  const client = useQueryClient();
  const forward = useForward();
  return () => {
    const known = client.getQueryData(rememberedForwardingQuery().queryKey);
    const before = findRemembered(known, target);
    if (before?.certain !== true) return undefined;
    const run = async (entry: number | undefined) => {
      try {
        await warnBeforeUnloadWhile(forward(before.values, entry));
        toast("success", t("forwarding.undone", { number }));
      } catch (error) {
        toast("error", t("forwarding.notUndone", { number, reason: toReasonText(error) }));
      }
    };
    return (entry) => ({ label: t("forwarding.undo"), run: () => void run(entry) });
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
