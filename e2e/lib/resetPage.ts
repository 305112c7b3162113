import type { Page } from "@playwright/test";
import type { Office } from "./office.ts";

/** A page without the app, so that nothing keeps requests or the database open. */
const EMPTY = { contentType: "text/html", body: '<link rel="icon" href="data:,">' };

/**
 * Resets the office and the browser's storage, as for a new test, but much faster because the
 * app's code stays cached.
 */
export async function resetPage(page: Page, office: Office): Promise<void> {
  await clearBrowserState(page);
  await office.reset();
}

/** Leaves the app and clears all storage; keeps the HTTP cache. */
export async function clearBrowserState(page: Page): Promise<void> {
  await page.route("/empty", (route) => route.fulfill(EMPTY));
  await page.goto("/empty");
  // The browser does not cache while requests are intercepted.
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
