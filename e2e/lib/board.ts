import { expect, type Locator, type Page } from "@playwright/test";
import { rows } from "./screen.ts";

/** Opens the board with empty storage, and waits until the first poll is recorded. */
export async function openBoard(page: Page, path = "/status"): Promise<void> {
  await page.goto(path);
  await expect(rows(page).first()).toContainText("how long is unknown");
}

/** The row of an account. */
export function boardRow(page: Page, name: string): Locator {
  return rows(page).filter({ has: page.getByRole("link", { name, exact: true }) });
}

/** Expects exactly these extensions on the board, in this order. */
export async function expectBoardExtensions(
  page: Page,
  ...expected: readonly number[]
): Promise<void> {
  await expect.poll(() => boardExtensions(page)).toEqual(expected);
}

/** Expects this many accounts on the board, including virtualized rows. */
export async function expectRowCount(page: Page, accounts: number): Promise<void> {
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", String(accounts + 1));
}

/** The extensions of the rendered rows, in order. */
export function boardExtensions(page: Page): Promise<number[]> {
  return rows(page).evaluateAll((all) => all.map((row) => Number(row.children[2]?.textContent)));
}

/** The button that counts and filters the accounts in a state. */
export function counter(page: Page, state: string): Locator {
  return page.getByRole("group", { name: "Accounts by status" }).getByRole("button", {
    name: new RegExp(`\\d\\+?\\s*${state}$`),
  });
}

/** Counts a page's requests for statuses, from now on, including those answered from the proxy's cache. */
export function countStatusRequests(page: Page): () => number {
  let statusRequests = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/sip/statuses")) statusRequests++;
  });
  return () => statusRequests;
}

/** Simulates a background tab, because in headless browsers all tabs are visible. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    const state = isHidden ? "hidden" : "visible";
    Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
}
