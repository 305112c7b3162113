import { expect, type Locator, type Page } from "@playwright/test";
import { rows } from "./screen.ts";

/** Opens the board in a browser that never saw it, and waits until its first look is noted. */
export async function openBoard(page: Page, path = "/status"): Promise<void> {
  await page.goto(path);
  await expect(rows(page).first()).toContainText("how long is unknown");
}

/** The row of an account. */
export function boardRow(page: Page, name: string): Locator {
  return rows(page).filter({ has: page.getByRole("link", { name, exact: true }) });
}

/** Holds that exactly these accounts are on the board, in this order. */
export async function expectBoard(page: Page, ...expected: readonly number[]): Promise<void> {
  await expect.poll(() => boardExtensions(page)).toEqual(expected);
}

/** Holds that this many accounts are on the board; those far down are not in the document. */
export async function expectShown(page: Page, accounts: number): Promise<void> {
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", String(accounts + 1));
}

/** The extensions of the rows that are in the document, in their order. */
export function boardExtensions(page: Page): Promise<number[]> {
  return rows(page).evaluateAll((all) => all.map((row) => Number(row.children[2]?.textContent)));
}

/** How many are in a state: a button that shows only those. */
export function counter(page: Page, state: string): Locator {
  return page.getByRole("group", { name: "Accounts in each state" }).getByRole("button", {
    name: new RegExp(`\\d\\+?\\s*${state}$`),
  });
}

/** Counts the pages of statuses that a page asks for, also of answers that are shared; begins at 0. */
export function countLooks(page: Page): () => number {
  let looks = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/sip/statuses")) looks++;
  });
  return () => looks;
}

/** Puts the tab into the background, or back. Headless browsers show all tabs at once. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    const state = isHidden ? "hidden" : "visible";
    Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
}
