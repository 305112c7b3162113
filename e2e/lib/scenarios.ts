import { expect, type Locator, type Page } from "@playwright/test";
import type { Office } from "./office.ts";

/** The account «Ресепшен», whose three scenarios the tests work with. */
export const ACCOUNT = "/sip/25";
/** Its scenarios in the sandbox, in order; the first one is active. */
export const SIP = { id: 40, name: "SIP" };
export const FORWARD = { id: 41, name: "Переадресация" };
export const EVENING = { id: 42, name: "Вечер и выходные" };

export const LIST = "GET /sip/{id}/scenarios";
export const CREATE = "POST /sip/{id}/scenarios";
export const REPLACE = "PUT /sip/{id}/scenarios/{sid}";
export const ACTIVATE = "PATCH /sip/{id}/scenarios/{sid}";
export const DELETE = "DELETE /sip/{id}/scenarios/{sid}";

export function section(page: Page): Locator {
  return page.getByRole("region", { name: "Scenarios" });
}

/** The headings of the scenario cards, in order. */
export function cards(page: Page): Locator {
  return section(page).getByRole("heading", { level: 3 });
}

export function card(page: Page, name: string): Locator {
  return section(page).getByRole("listitem", { name, exact: true });
}

/** Expects exactly these scenarios to be marked as active, without an activation button. */
export async function expectActive(page: Page, ...names: readonly string[]): Promise<void> {
  const active = section(page)
    .getByRole("listitem")
    .filter({ has: page.getByText("Active", { exact: true }) });
  await expect(active.getByRole("heading")).toHaveText(names);
  await expect(active.getByRole("button", { name: /^Activate/ })).toHaveCount(0);
}

export function activate(page: Page, { name }: { name: string }): Locator {
  return section(page).getByRole("button", { name: `Activate “${name}”` });
}

/** Opens the page of the account and waits for its scenarios. */
export async function openAccount(page: Page): Promise<void> {
  await page.goto(ACCOUNT);
  await expect(cards(page)).toHaveText([SIP.name, FORWARD.name, EVENING.name]);
}

/** The request bodies of an operation. */
export async function requestBodies(office: Office, operation: string): Promise<unknown[]> {
  return (await office.requests(operation)).map(({ body }) => body);
}

/** The scenario ids in the requests of an operation, oldest first. */
export async function requestedIds(office: Office, operation: string): Promise<number[]> {
  const requests = await office.requests(operation);
  return requests.map(({ path }) => Number(path.split("/").at(-1)));
}
