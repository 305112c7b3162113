import type { Page } from "@playwright/test";
import type { Office } from "./office.ts";

/**
 * Another office, and a browser that remembers nothing: what a test of its own has, for a twentieth
 * of its time, since the code of the app is at hand already.
 */
export async function startAnew(page: Page, office: Office): Promise<void> {
  // No page of the app, so that none of them waits for an answer or holds the database.
  await page.goto("/healthz");
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    const gone = (request: IDBOpenDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.addEventListener("success", () => resolve());
        request.addEventListener("error", () => reject(request.error));
        request.addEventListener("blocked", () => reject(new Error("The database is in use.")));
      });
    for (const { name } of await indexedDB.databases()) {
      if (name !== undefined) await gone(indexedDB.deleteDatabase(name));
    }
  });
  await office.reset();
}
