import { expect, type Locator, type Page, type Route } from "@playwright/test";

/** The rows of accounts that are in the document; the header is none of them. */
export function rows(page: Page): Locator {
  return page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
}

/** Holds that exactly these accounts are listed, in this order. */
export async function expectExtensions(page: Page, ...expected: readonly number[]): Promise<void> {
  const second = () =>
    rows(page).evaluateAll((all) => all.map((row) => Number(row.children[1]?.textContent)));
  await expect.poll(second).toEqual(expected);
}

/** How many accounts the list says it shows. */
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

/** The outcome of an action, said in the corner. */
export function toast(page: Page, text: string | RegExp): Locator {
  return page.getByRole("status").filter({ hasText: text });
}

/** Pixels that the page can be scrolled sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Keeps the scripts of a page from arriving until what it gives is called. */
export async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const scripts = /\/assets\/.*\.js$/;
  const held: Route[] = [];
  let released = false;
  await page.route(scripts, async (route) => {
    if (released) await route.continue();
    else held.push(route);
  });
  return async () => {
    released = true;
    await Promise.all(held.map((route) => route.continue()));
  };
}
