import {
  type QueryClient,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Forwarding } from "#api/forwarding.ts";
import { type ErrorText, mayBeDone, useErrorText, useReasonText } from "#common/errorText.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useFollow } from "#domain/externalNumbers/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";
import type { ForwardingValues, Target } from "./schema.ts";

/** What was set from this page, and what had been typed for it. */
export interface SetForwarding {
  body: Forwarding;
  values: ForwardingValues;
  /** In ms since 1970. */
  at: number;
}

/**
 * The provider does not return the forwarding of a number. What this page set is remembered until
 * it is closed; null once it is unknown.
 */
export const setForwardingQuery = ({ number_type, number_id }: Target) =>
  queryOptions<SetForwarding | null>({
    queryKey: ["setForwarding", number_type, number_id],
    queryFn: skipToken,
    gcTime: Infinity,
    staleTime: Infinity,
  });

export const useSetForwarding = (target: Target): SetForwarding | undefined =>
  useQuery(setForwardingQuery(target)).data ?? undefined;

/** Sets the forwarding of a number and remembers it; `values` is what was typed for it. */
export function useForward(): (body: Forwarding, values: ForwardingValues) => Promise<void> {
  const client = useQueryClient();
  const { mutateAsync } = useFollow();
  return async (body, values) => {
    try {
      await mutateAsync({ body });
      remember(client, body, { body, values, at: Date.now() });
    } catch (error) {
      if (mayBeDone(error)) remember(client, body, null);
      throw error;
    }
  };
}

function remember(client: QueryClient, target: Target, set: SetForwarding | null): void {
  const query = setForwardingQuery(target);
  // With its options, so that it is not garbage collected although nothing observes it.
  client.getQueryCache().build(client, client.defaultQueryOptions(query)).setData(set);
}

/**
 * Builds the "Undo" of a toast that restores what this page had set last; undefined where that is
 * unknown. Call it before the change that it undoes. `number` is for display.
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
