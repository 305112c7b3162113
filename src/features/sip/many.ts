import { loadTexts } from "#i18n/texts.ts";

// Named here, and not in the routes: each name of a file there is in the code of the first list.
export const loadBulkPage = async () => (await import("./bulk/BulkPage.tsx")).BulkPage;
export const loadImportPage = async () => (await import("./import/ImportPage.tsx")).ImportPage;
export const loadPhoneBookPage = async () =>
  (await import("./phonebook/PhoneBookPage.tsx")).PhoneBookPage;
export async function loadSelectionBar() {
  const [part] = await Promise.all([
    import("./selection/SelectionBar.tsx"),
    loadTexts("features/sip/bulk"),
  ]);
  return part.SelectionBar;
}
export async function loadBatchNotice() {
  const [part] = await Promise.all([
    import("./batch/BatchNotice.tsx"),
    loadTexts("features/sip/bulk"),
  ]);
  return part.BatchNotice;
}
export async function loadListMenu() {
  const [part] = await Promise.all([
    import("./listMenu/ListMenu.tsx"),
    loadTexts("features/sip/listMenu"),
  ]);
  return part.ListMenu;
}
export const loadBatchPage = async () => (await import("./batch/BatchPage.tsx")).BatchPage;

const PEOPLE = {
  leave: async () => (await import("./people/LeavePage.tsx")).LeavePage,
  "take-over": async () => (await import("./people/TakeOverPage.tsx")).TakeOverPage,
  suspend: async () => (await import("./people/SuspendPage.tsx")).SuspendPage,
  resume: async () => (await import("./people/ResumePage.tsx")).ResumePage,
};
export const loadPeoplePage = (path: keyof typeof PEOPLE) => PEOPLE[path]();
