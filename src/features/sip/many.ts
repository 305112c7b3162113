// Named here, and not in the routes: each name of a file there is in the code of the first list.
export const loadBulkPage = async () => (await import("./bulk/BulkPage.tsx")).BulkPage;
export const loadImportPage = async () => (await import("./import/ImportPage.tsx")).ImportPage;
export const loadBatchPage = async () => (await import("./batch/BatchPage.tsx")).BatchPage;

const PEOPLE = {
  leave: async () => (await import("./people/LeavePage.tsx")).LeavePage,
  "take-over": async () => (await import("./people/TakeOverPage.tsx")).TakeOverPage,
  suspend: async () => (await import("./people/SuspendPage.tsx")).SuspendPage,
  resume: async () => (await import("./people/ResumePage.tsx")).ResumePage,
};
export const loadPeoplePage = (path: keyof typeof PEOPLE) => PEOPLE[path]();
