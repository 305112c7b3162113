import { useQueryClient } from "@tanstack/react-query";
import { type Text, text } from "#i18n/texts.ts";
import { toast } from "#ui/toasts.ts";
import type { NewSwitch, Told } from "./createSwitch.ts";
import { loadSwitches } from "./lazySwitches.ts";

/** What to say, once its texts are there; `when` is the moment in words. */
type Tell = (t: Text, when: string) => Told;

/** Sets a switch (see `createSwitch.ts`), whose code and texts are loaded first. */
export function useLazyCreateSwitch(): (body: NewSwitch, tell: Tell) => Promise<void> {
  const client = useQueryClient();
  return async (body, tell) => {
    try {
      const { createSwitch, momentText } = await loadSwitches(import("./createSwitch.ts"));
      await createSwitch(client, body, tell(text, momentText(Date.parse(body.until))));
    } catch {
      toast("error", text("ui.missing"));
    }
  };
}
