import type { Page } from "@playwright/test";
import type { Office } from "./office.ts";

/** No page of the app, so that none of them waits for an answer or holds the database. */
const EMPTY = { contentType: "text/html", body: '<link rel="icon" href="data:,">' };

/**
 * Another office, and a browser that remembers nothing: what a test of its own has, for a fraction
 * of its time, since the code of the app is at hand already.
 */
export async function resetPage(page: Page, office: Office): Promise<void> {
  await forget(page);
  await office.reset();
}

/** Leaves the app, and makes the browser forget what it stored; its cache of files stays. */
export async function forget(page: Page): Promise<void> {
  await page.route("/empty", (route) => route.fulfill(EMPTY));
  await page.goto("/empty");
  // While anything is intercepted, the browser keeps nothing in its cache.
  await page.unroute("/empty");
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const request = indexedDB.deleteDatabase(name);
      await new Promise((resolve, reject) => {
        request.addEventListener("success", resolve);
        for (const kind of ["error", "blocked"]) request.addEventListener(kind, reject);
      });
    }
  });
}
