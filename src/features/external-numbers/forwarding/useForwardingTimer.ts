import { useState } from "react";
import type { Forwarding } from "#api/forwarding.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { loadSwitches } from "#common/switches/lazySwitches.ts";
import type { Until } from "#common/switches/UntilChoice.tsx";
import { useLazyCreateSwitch } from "#common/switches/useLazyCreateSwitch.ts";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { useText } from "#i18n/texts.ts";
import { isSame } from "#lib/isSame.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import type { ToastAction } from "#ui/toasts.ts";

export const ForwardingTimer = lazyPart(
  async () => (await loadSwitches(import("./ForwardingTimer.tsx"))).ForwardingTimer,
  () => undefined,
);

export interface TimerChoice {
  target: Target;
  value: Until;
  onChange: (until: Until) => void;
  /** What Pult set before; undefined where that is not known. */
  known: Forwarding | undefined;
  /** What comes then, as the end of a sentence. */
  onBack: (back: Forwarding, text: string) => void;
  isOffConfirmed: boolean;
  onConfirmOff: (isConfirmed: boolean) => void;
  /** What keeps it from being set; undefined while nothing does, or nobody tried. */
  problem: "moment" | "off" | "same" | undefined;
}

/** Until when what the form sets holds, and what comes then; by default until somebody changes it. */
export function useForwardingTimer(
  target: Target,
  digits: string,
  remembered: RememberedForwarding | undefined,
) {
  const t = useText();
  const number = usePhoneFormat()(digits);
  const create = useLazyCreateSwitch();
  const [until, setUntil] = useState<Until>(null);
  const [isOffConfirmed, confirmOff] = useState(false);
  const [back, setBack] = useState<{ values: Forwarding; text: string }>();
  const [problem, setProblem] = useState<TimerChoice["problem"]>();
  const known = remembered?.certain === true ? remembered.values : undefined;

  const problemOf = (body: Forwarding): TimerChoice["problem"] => {
    if (until === null) return undefined;
    if (until === undefined || until <= Date.now()) return "moment";
    if (back === undefined || (known === undefined && !isOffConfirmed)) return "off";
    return isSame(body, back.values) ? "same" : undefined;
  };
  const choice: TimerChoice = {
    target,
    value: until,
    onChange: (value) => {
      setUntil(value);
      setProblem(undefined);
    },
    known,
    onBack: (values, text) => setBack({ values, text }),
    isOffConfirmed,
    onConfirmOff: (isConfirmed) => {
      confirmOff(isConfirmed);
      setProblem(undefined);
    },
    problem,
  };
  return {
    choice,
    /** Why the form can't be saved so; undefined where it can. */
    check: (body: Forwarding): string | undefined => {
      const found = problemOf(body);
      setProblem(found);
      return found === undefined ? undefined : t("forwarding.timerMissing");
    },
    /** After the change: sets the moment, and says so; false where there is none. */
    set: (body: Forwarding, undo: ToastAction | undefined): boolean => {
      if (typeof until !== "number" || back === undefined) return false;
      const iso = new Date(until).toISOString();
      void create(
        { kind: "forwarding", set: body, back: back.values, until: iso },
        (say, when) => ({
          done: say("timer.forwarding.done", { number, when, back: back.text }),
          without: say("timer.forwarding.without", { number }),
          undo,
        }),
      );
      return true;
    },
  };
}
