import { useState } from "react";
import { usePhoneFormat } from "#common/phone.ts";
import { useErrorToastAfterLeave } from "#common/useErrorToastAfterLeave.ts";
import { toast } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import { useForward, useForwardingErrorText } from "./mutations.ts";
import { useForwardingUndo } from "./useForwardingUndo.ts";
import { EMPTY, type Target } from "./values.ts";

/** Where turning off stands: not begun, asked about, on its way, failed. */
type Step = "no" | "asked" | "running" | { error: unknown };

/** Turns the forwarding of a number (its digits) off, once that was asked and confirmed. */
export function useTurnOff(target: Target, digits: string, onDone: () => Promise<void>) {
  const t = useText();
  const number = usePhoneFormat()(digits);
  const describeError = useForwardingErrorText();
  const toastIfLeft = useErrorToastAfterLeave();
  const forward = useForward();
  const createUndo = useForwardingUndo(target, digits);
  const [step, setStep] = useState<Step>("no");
  const confirm = async () => {
    setStep("running");
    const undo = createUndo();
    try {
      await forward({ ...target, type: "empty" }, EMPTY);
    } catch (error) {
      setStep({ error });
      const { title, text } = describeError(error);
      toastIfLeft(`${title}. ${text}`);
      return;
    }
    setStep("no");
    toast("success", t("forwarding.offDone", { number }), undo);
    await onDone();
  };
  return {
    open: step !== "no",
    running: step === "running",
    failure: typeof step === "object" ? step : undefined,
    ask: () => setStep("asked"),
    cancel: () => setStep("no"),
    confirm,
  };
}
