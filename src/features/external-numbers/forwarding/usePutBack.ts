import { useQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type Forwarding, forwarding } from "#api/forwarding.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import { useReasonText } from "#common/errorText.ts";
import { usePhoneFormat } from "#common/phone.ts";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { entryQuery } from "#domain/journal/queries.ts";
import { useText } from "#i18n/texts.ts";
import { toast } from "#ui/toasts.ts";
import { useForward, useForwardingUndo } from "./useForward.ts";

/**
 * What was set from Pult before what is set now, by the journal, and how to restore it; undefined
 * where that is not known.
 */
export function usePutBack(
  target: Target,
  digits: string,
  remembered: RememberedForwarding | undefined,
  onDone: () => Promise<void>,
): { values: Forwarding; run: () => Promise<void> } | undefined {
  const t = useText();
  const number = usePhoneFormat()(digits);
  const toReasonText = useReasonText();
  const forward = useForward();
  const createUndo = useForwardingUndo(target, digits);
  const entry = remembered?.certain === true ? remembered.entry : 0;
  // What the sandbox's office begins with is in no journal.
  const { data } = useQuery({ ...entryQuery(entry), enabled: entry > 0 });
  const before = z.safeParse(forwarding, { ...data?.before, ...target });
  if (!before.success || data?.outcome !== "done" || data.undoneBy !== null) return undefined;
  const run = async () => {
    const undo = createUndo();
    try {
      const done = await forward(before.data, entry);
      toast("success", t("forwarding.undone", { number }), undo?.(done));
    } catch (error) {
      toast("error", t("forwarding.notUndone", { number, reason: toReasonText(error) }));
      return;
    }
    await onDone();
  };
  return { values: before.data, run };
}
