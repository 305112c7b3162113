import { useState } from "react";
import { loadSwitches } from "#common/switches/lazySwitches.ts";
import type { Until } from "#common/switches/UntilChoice.tsx";
import { useLazyCreateSwitch } from "#common/switches/useLazyCreateSwitch.ts";
import { listNames } from "#domain/directions/model.ts";
import { useLocale } from "#i18n/messages.ts";
import type { ToastAction } from "#ui/toasts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import type { Plan } from "../draft/plan.ts";

export const OpensUntil = lazyPart(
  async () => (await loadSwitches(import("./OpensUntil.tsx"))).OpensUntil,
  () => undefined,
);

/** Until when what the review opens stays open; null is until somebody closes it. */
export function useOpensUntil() {
  const locale = useLocale();
  const create = useLazyCreateSwitch();
  const [until, setUntil] = useState<Until>(null);
  const [isChecked, setIsChecked] = useState(false);
  return {
    choice: { value: until, onChange: setUntil, isChecked },
    /** False where a moment is to be said, and is not. */
    check: ({ opens }: Plan): boolean => {
      setIsChecked(true);
      return opens.length === 0 || until === null || (until !== undefined && until > Date.now());
    },
    /** Sets when what a plan opened is closed again; false where it stays open. */
    close: ({ opens, impliedOpens }: Plan, undo: ToastAction | undefined): boolean => {
      const codes = [...new Set(opens.map(({ code }) => code))].filter((code) => code !== "");
      if (typeof until !== "number" || codes.length === 0) return false;
      const country = listNames([...opens, ...impliedOpens], locale);
      void create(
        { kind: "direction", codes, until: new Date(until).toISOString() },
        (t, when) => ({
          done: t("timer.direction.done", { country, when }),
          without: t("timer.direction.without", { country }),
          undo,
        }),
      );
      return true;
    },
  };
}
