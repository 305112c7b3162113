import { expect, type Locator, type Page } from "@playwright/test";
import { ACCOUNT, cards } from "./scenarios.ts";

/** The form of a new or existing scenario. */
export function form(page: Page): Locator {
  return page.getByRole("dialog", { name: /scenario/ });
}

export function nameField(page: Page): Locator {
  return form(page).getByRole("textbox", { name: "Name", exact: true });
}

/** The number field of a row, counted from 1. */
export function numberField(page: Page, place: number): Locator {
  return form(page).getByRole("textbox", { name: `Number ${place}`, exact: true });
}

export function ringTime(page: Page, place: number): Locator {
  return form(page).getByRole("spinbutton", { name: `Number ${place} rings, seconds` });
}

export function sipRingTime(page: Page): Locator {
  return form(page).getByRole("spinbutton", { name: "SIP phone rings, seconds" });
}

type Choice =
  | ["Order of ringing", "One after another" | "All at once"]
  | ["Voicemail", "On" | "Off"]
  | ["Greeting", "Standard greeting" | "Own recording"];

export function choice(page: Page, ...[group, option]: Choice): Locator {
  return form(page)
    .getByRole("group", { name: group })
    .getByRole("radio", { name: new RegExp(`^${option}\\b`) });
}

export function button(page: Page, name: string): Locator {
  return form(page).getByRole("button", { name, exact: true });
}

/** Adds a row and types into it, which keeps the focus. */
export async function addNumber(page: Page, typed: string): Promise<void> {
  await button(page, "Add a number").click();
  await page.keyboard.type(typed);
}

/** Expects these rows, as «number timeout» with plain spaces. */
export async function expectRows(page: Page, ...expected: readonly string[]): Promise<void> {
  const shown = () =>
    form(page)
      .getByRole("list")
      .first()
      .getByRole("listitem")
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll("input")]
            .map(({ value }) => value.replaceAll("\u00a0", " "))
            .join(" ")
            .trim(),
        ),
      );
  await expect.poll(shown).toEqual(expected);
}

/** The timeline of the call, below or beside the fields. */
export function timeline(page: Page): Locator {
  return form(page).getByRole("region", { name: "What happens to a call" });
}

/** Opens the form of a new scenario from the page of the account. */
export async function openNew(page: Page): Promise<void> {
  await page.goto(ACCOUNT);
  await expect(cards(page)).toHaveCount(3);
  await page.getByRole("link", { name: "Add a scenario" }).click();
  await expect(nameField(page)).toBeFocused();
}

/** Opens the edit form of a scenario from its card. */
export async function openEdit(page: Page, { name }: { name: string }): Promise<void> {
  await page.goto(ACCOUNT);
  await page.getByRole("link", { name: `Edit “${name}”` }).click();
  await expect(nameField(page)).toHaveValue(name);
}

/** Enters everything that the provider does not return of «Переадресация», unchanged. */
export async function fillMissingFields(page: Page): Promise<void> {
  await choice(page, "Order of ringing", "One after another").check();
  await numberField(page, 1).fill("8 900 000-99-26");
  await numberField(page, 2).fill("+7 (900) 000-49-44");
  await choice(page, "Voicemail", "Off").check();
}
