import type { Page } from "@playwright/test";

/** All that the browser keeps of the page's origin, as text. */
export function storages(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("IndexedDB can't be read")));
      });
    const rows: unknown[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const base = await settled(indexedDB.open(name));
      for (const store of base.objectStoreNames) {
        rows.push(await settled(base.transaction(store).objectStore(store).getAll()));
      }
      base.close();
    }
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), rows]);
  });
}
