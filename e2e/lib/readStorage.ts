import type { Page } from "@playwright/test";

/** Everything stored for the page's origin, as text. */
export function readStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
    const requestResult = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("IndexedDB can't be read")));
      });
    const rows: unknown[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await requestResult(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        rows.push(await requestResult(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), rows]);
  });
}
