import { listJournal } from "#api/journal.ts";
import { cancelSwitch, changeSwitch, dismissSwitch, listSwitches } from "#api/switches.ts";
import { useApiMutation } from "#common/useApiMutation.ts";

/** What a person did is in the journal, and it is their own. */
const invalidates = () => [listSwitches, listJournal];

export const useChangeSwitch = () => useApiMutation(changeSwitch, { invalidates });
export const useCancelSwitch = () => useApiMutation(cancelSwitch, { invalidates });
export const useDismissSwitch = () => useApiMutation(dismissSwitch, { invalidates });
