import type { QueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listJournal } from "#api/journal.ts";
import type { Request } from "#api/operation.ts";
import { createSwitch as createOperation, listSwitches } from "#api/switches.ts";
import { invalidate } from "#common/query.ts";
import { text as t } from "#i18n/texts.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";
import { switchReasonText } from "./useSwitchErrorText.ts";

export { momentText } from "./useMomentText.ts";

export type NewSwitch = Request<typeof createOperation>["body"];

export interface Told {
  /** What was done, and until when: said once the switch is set. */
  done: string;
  /** What was done, and holds without it: "“Holiday” is active". */
  without: string;
  undo?: ToastAction | undefined;
}

/**
 * Sets a switch after what it will set back was done. Where that fails, the change itself stays:
 * a toast says so, and offers to try again. A second one only takes the place of the first.
 */
export async function createSwitch(
  client: QueryClient,
  body: NewSwitch,
  told: Told,
): Promise<void> {
  try {
    await warnBeforeUnloadWhile(call(createOperation, { body }));
    toast("success", told.done, told.undo);
  } catch (error) {
    const values = { what: told.without, reason: switchReasonText(error, t) };
    const run = () => void createSwitch(client, body, told);
    toast("error", t("timer.notSet", values), { label: t("timer.again"), run });
  } finally {
    void invalidate(client, listSwitches, listJournal);
  }
}
