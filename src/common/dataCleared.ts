import { discardDrafts } from "#ui/form/draft/discardDrafts.ts";

/** Written by `clearDeviceData`: other tabs get a storage event. */
export const DATA_CLEARED_KEY = "pult.forgotten";

/** Discards this tab's drafts and reloads it when another tab clears the device's data. */
export function reloadWhenDataCleared(): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== DATA_CLEARED_KEY || newValue === null) return;
    discardDrafts();
    location.reload();
  });
}
