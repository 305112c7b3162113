import { usePhoneFormat } from "#common/phone.ts";
import { toast } from "#ui/toasts.ts";
import { useForwardingText } from "./messages.ts";
import { useForward } from "./mutations.ts";
import type { Target } from "./values.ts";

/**
 * Turns the forwarding of a number (its digits) off at once and says so; rejects where it failed.
 * What was set before is not known and can't be brought back: say so beside the button.
 */
export function useForwardingOff(): (target: Target, number: string) => Promise<void> {
  const t = useForwardingText();
  const phone = usePhoneFormat();
  const forward = useForward();
  return async (target, number) => {
    await forward({ ...target, type: "empty" });
    toast("done", t("forwarding.offDone", { number: phone(number) }));
  };
}
