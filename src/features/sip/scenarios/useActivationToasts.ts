import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { useReasonText } from "#common/errorText.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { UnclearOutcomeError } from "#common/useApiMutation.ts";
import { useText } from "#i18n/texts.ts";
import { dismissToast, toast, type ToastAction } from "#ui/toasts.ts";

/** Toasts about activations of an account's scenarios; a new one replaces the previous one. */
export function useActivationToasts(id: number) {
  const client = useQueryClient();
  const t = useText();
  const toReasonText = useReasonText();
  const last = useRef<number>(undefined);
  const undoAction = (undo: (() => void) | undefined): ToastAction | undefined =>
    undo && { label: t("scenario.undo"), run: undo };
  return {
    undoAction,
    dismiss: () => {
      if (last.current !== undefined) dismissToast(last.current);
    },
    notifySuccess: (name: string, undo: (() => void) | undefined) => {
      const extension = client.getQueryData(accountQuery(id).queryKey)?.number;
      last.current = toast(
        "success",
        t("scenario.activated", { name, extension: extension ?? "none" }),
        undoAction(undo),
      );
    },
    notifyFailure: ({ name }: SipScenario, error: unknown) => {
      const unclear = error instanceof UnclearOutcomeError;
      const reason = toReasonText(unclear ? error.cause : error);
      const key = unclear ? "scenario.unclear" : "scenario.notActivated";
      last.current = toast("error", t(key, { name, reason }));
    },
  };
}
