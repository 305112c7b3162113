// Named here, and not in the routes: each name of a file there is in the code of the first list.
export const loadBulkPage = async () => (await import("./bulk/BulkPage.tsx")).BulkPage;
export const loadImportPage = async () => (await import("./import/ImportPage.tsx")).ImportPage;
export const loadBatchPage = async () => (await import("./batch/BatchPage.tsx")).BatchPage;
