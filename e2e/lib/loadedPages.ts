import { expect, type Locator, type Page } from "@playwright/test";
import { rows } from "./screen.ts";

const firstRow = (page: Page) => rows(page).first();

/** What shows that the data of a page has loaded. */
const DATA = {
  "/": (page) => page.getByText(/^Recordings are sent to /),
  "/sip": firstRow,
  "/sip/25": (page) => page.getByRole("heading", { level: 3 }).first(),
  "/status": firstRow,
  "/status/wall": (page) => page.getByRole("list", { name: "Accounts" }),
  "/external-numbers": firstRow,
  "/smart-numbers": (page) => page.getByText("leads to", { exact: true }),
  "/smart-numbers?user=12": firstRow,
  "/voicemail": (page) => page.getByRole("switch"),
  "/directions": firstRow,
} as const satisfies Record<string, (page: Page) => Locator>;

export type LoadedPath = keyof typeof DATA;

/** Opens a page, and waits until its data is shown. */
export async function openLoaded(page: Page, path: LoadedPath): Promise<void> {
  await page.goto(path);
  await expect(DATA[path](page), path).toBeVisible();
}
