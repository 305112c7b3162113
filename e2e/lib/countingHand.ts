import type { Locator, Page } from "@playwright/test";

export interface Effort {
  clicks: number;
  fields: number;
  screens: number;
}

/**
 * Does a task as a person would, and counts. A click activates something, also what opens a select. A
 * field is an input that is filled, with the click into it, or a choice that is made. A screen is an address, or
 * a dialog that has none of its own; the overview, where each task starts, is not counted.
 */
export class CountingHand {
  private clicks = 0;
  private fields = 0;
  private readonly screens = new Set<string>();

  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async start(): Promise<void> {
    await this.page.goto("/");
  }

  async click(target: Locator): Promise<void> {
    await this.look(target);
    await target.click();
    this.clicks += 1;
  }

  async fill(target: Locator, text: string): Promise<void> {
    await this.look(target);
    await target.fill(text);
    this.fields += 1;
  }

  /** Searches by the header: clicking into it is a part of filling a field, as in any other. */
  async search(text: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Search/ }).click();
    await this.fill(this.page.getByRole("dialog").getByRole("combobox"), text);
  }

  /** Ticks a box, or chooses one of several. */
  async choose(target: Locator): Promise<void> {
    await this.look(target);
    await target.click();
    this.fields += 1;
  }

  /** Types into a field with suggestions and takes one. */
  async pick(box: Locator, text: string, option: string | RegExp): Promise<void> {
    await this.fill(box, text);
    await this.take(option);
  }

  /** Takes a suggestion. */
  async take(option: string | RegExp): Promise<void> {
    await this.click(this.page.getByRole("option", { name: option }).first());
  }

  /** Reads what ends the task; what is read stands on a screen, too. */
  async read(target: Locator): Promise<void> {
    await this.look(target);
  }

  effort(): Effort {
    return { clicks: this.clicks, fields: this.fields, screens: this.screens.size };
  }

  private async look(target: Locator): Promise<void> {
    await target.waitFor();
    const dialog = await target.evaluate((element) =>
      element.closest("[role=dialog], [role=alertdialog]") === null ? "" : " dialog",
    );
    const { pathname } = new URL(this.page.url());
    // A panel that has an address is that address, not a dialog besides.
    const isPanel = /\/(new|edit|forward|review|test|handover)$|^\/status\/\d+$/.test(pathname);
    const screen = pathname + (isPanel ? "" : dialog);
    if (screen !== "/") this.screens.add(screen);
  }
}
