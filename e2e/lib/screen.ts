import { expect, type Locator, type Page, type Route } from "@playwright/test";

/** The rendered rows of a table, without its header. */
export function rows(page: Page): Locator {
  return page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
}

/** Expects exactly these extensions in the list, in this order. */
export async function expectExtensions(page: Page, ...expected: readonly number[]): Promise<void> {
  const extensions = () =>
    rows(page).evaluateAll((all) =>
      all.map((row) => Number(row.querySelector("[data-column=extension]")?.textContent)),
    );
  await expect.poll(extensions).toEqual(expected);
}

/** The list's count of accounts. */
export function shownCount(page: Page): Locator {
  return page
    .getByRole("main")
    .getByRole("status")
    .filter({ hasText: /account|аккаунт/ });
}

export function panel(page: Page, name: string | RegExp = /account|scenario|Edit/): Locator {
  return page.getByRole("dialog", { name });
}

export function searchBox(page: Page): Locator {
  return page.getByRole("searchbox");
}

export function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** Asks, on an account's page, to delete it. */
export async function openDelete(page: Page, more = "More", name = "Delete"): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: more, exact: true }).click();
  await page.getByRole("button", { name, exact: true }).click();
}

/** The toast that contains a text. */
export function toast(page: Page, text: string | RegExp): Locator {
  return page.getByRole("status").filter({ hasText: text });
}

/** Pixels by which the page can be scrolled horizontally. */
export function horizontalOverflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Delays all scripts of a page; returns a function that releases them. */
export async function delayScripts(page: Page): Promise<() => Promise<void>> {
  const scripts = /\/assets\/.*\.js$/;
  const delayed: Route[] = [];
  let released = false;
  await page.route(scripts, async (route) => {
    if (released) await route.continue();
    else delayed.push(route);
  });
  return async () => {
    released = true;
    await Promise.all(delayed.map((route) => route.continue()));
  };
}
