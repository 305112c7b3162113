import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { forget } from "./lib/anew.ts";
import type { Office } from "./lib/office.ts";
import { heading, panel } from "./lib/screen.ts";

interface Words {
  extension: string;
  name: string;
  rings: string;
  phone: string;
  phoneRings: string;
  submit: string;
  tooSmall: string;
  tooBig: string;
  whole: string;
  digits: string;
  required: string;
  step: (step: number, below: number, above: number) => string;
  badPhone: string;
  taken: string;
}

const LANGUAGES: Record<"en-US" | "ru-RU", Words> = {
  "en-US": {
    extension: "Extension",
    name: "Name",
    rings: "SIP phone rings, seconds",
    phone: "Forward to a number",
    phoneRings: "That number rings, seconds",
    submit: "Create account",
    tooSmall: "At least 200",
    tooBig: "At most",
    whole: "A whole number, without fractions",
    digits: "Digits only",
    required: "Fill this in",
    step: (step, below, above) => `In steps of ${step}: ${below} or ${above}`,
    badPhone: "This can't be a phone number",
    taken: "Already taken: choose another one",
  },
  "ru-RU": {
    extension: "Добавочный",
    name: "Имя",
    rings: "SIP-телефон звонит, секунд",
    phone: "Переадресация на номер",
    phoneRings: "Этот номер звонит, секунд",
    submit: "Создать аккаунт",
    tooSmall: "Не меньше 200",
    tooBig: "Не больше",
    whole: "Целое число, без дробной части",
    digits: "Только цифры",
    required: "Заполните это поле",
    step: (step, below, above) => `С шагом ${step}: ${below} или ${above}`,
    badPhone: "Такого номера быть не может",
    taken: "Уже занято: выберите другое значение",
  },
};

/** Types a value, leaves the field, and gives what is said of it, beside its help. */
async function expectWrong(field: Locator, typed: string, words: string): Promise<void> {
  await field.fill(typed);
  await field.press("Tab");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(words));
}

async function expectRight(field: Locator, typed: string): Promise<void> {
  await field.fill(typed);
  await field.press("Tab");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
}

/** Opens the form anew: what a step typed is not there for the next one, as a draft either. */
async function opened(page: Page, words: Words): Promise<Locator> {
  await forget(page);
  await page.goto("/sip/new");
  const form = page.getByRole("dialog");
  await expect(form.getByLabel(words.extension)).toHaveValue("208");
  return form;
}

async function extension(page: Page, words: Words): Promise<void> {
  const field = (await opened(page, words)).getByLabel(words.extension);
  await expect(field).toHaveAccessibleDescription(/200.*99999/);
  await expectWrong(field, "199", words.tooSmall);
  await expectRight(field, "209");
  await expectWrong(field, "100000", `${words.tooBig} 99999`);
  await expectRight(field, "99999");
  await expectWrong(field, "20.5", words.whole);
  await expectWrong(field, "220,5", words.whole);
  await expectWrong(field, "два", words.digits);
  await expectWrong(field, "-300", words.tooSmall);
  await expectWrong(field, "", words.required);
}

async function timeouts(page: Page, words: Words): Promise<void> {
  const form = await opened(page, words);
  await form.getByLabel(words.phone).fill("79000001234");
  for (const name of [words.rings, words.phoneRings]) {
    const field = form.getByRole("spinbutton", { name });
    await expectRight(field, "0");
    await expectWrong(field, "3", words.step(5, 0, 5));
    await expectRight(field, "5");
    await expectRight(field, "90");
    await expectWrong(field, "95", `${words.tooBig} 90`);
    await expectWrong(field, "", words.required);
  }
}

async function wrongPhone(page: Page, words: Words): Promise<void> {
  const form = await opened(page, words);
  await form.getByLabel(words.name).fill("Курьер");
  await form.getByLabel(words.phone).fill("12");
  await form.getByRole("button", { name: words.submit }).click();
  const phone = form.getByLabel(words.phone);
  await expect(phone).toHaveAccessibleDescription(new RegExp(words.badPhone));
  await expect(phone).toBeFocused();
}

async function firstWrong(page: Page, words: Words): Promise<void> {
  const form = await opened(page, words);
  await form.getByLabel(words.extension).fill("7");
  await form.getByRole("button", { name: words.submit }).click();
  await expect(form.getByLabel(words.extension)).toBeFocused();
  await expect(form.getByLabel(words.name)).toHaveAccessibleDescription(new RegExp(words.required));
}

async function takenMeanwhile(page: Page, words: Words, office: Office): Promise<void> {
  const form = await opened(page, words);
  await form.getByLabel(words.name).fill("Курьер");
  await office.change("PUT", "/sip", { name: "Быстрый", number: 208, sip_timeout: 30 });
  await form.getByRole("button", { name: words.submit }).click();
  const field = form.getByLabel(words.extension);
  await expect(field).toHaveAccessibleDescription(new RegExp(words.taken));
  await expect(field).toBeFocused();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await expect(form.getByLabel(words.name)).toHaveValue("Курьер");
  await field.fill("209");
  await form.getByRole("button", { name: words.submit }).click();
  await expect(heading(page)).toHaveText("209 Курьер");
}

for (const [locale, words] of Object.entries(LANGUAGES)) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("what the provider would not take is told on its field", async ({
      page,
      office,
      watched,
    }) => {
      test.slow();
      const { step } = test;
      await step("an extension is a whole number from 200 to 99999", () => extension(page, words));
      await step("timeouts go from 0 to 90 in steps of 5", () => timeouts(page, words));
      await step("a wrong phone takes the focus", () => wrongPhone(page, words));
      await step("the first wrong field takes the focus", () => firstWrong(page, words));
      expect(await office.requests("PUT /sip"), "nothing was sent").toEqual([]);
      watched.expectFailedRequests();
      await step("an extension taken meanwhile", () => takenMeanwhile(page, words, office));
    });
  });
}

test("the buttons and arrow keys can't leave the grid", async ({ page }) => {
  await page.goto("/sip/new");
  const field = panel(page).getByRole("spinbutton");
  await field.fill("88");
  await field.press("ArrowUp");
  await expect(field).toHaveValue("90");
  await expect(page.getByRole("button", { name: "5 more" })).toBeDisabled();
  await field.press("ArrowUp");
  await expect(field).toHaveValue("90");
  await field.fill("3");
  await page.getByRole("button", { name: "5 less" }).click();
  await expect(field).toHaveValue("0");
  await expect(page.getByRole("button", { name: "5 less" })).toBeDisabled();
  await expect(field).toHaveAccessibleDescription(/0 s: does not ring at all/);
});

test("whose extension it is, is said before anything is sent", async ({ page }) => {
  await page.goto("/sip/new");
  await page.getByRole("textbox", { name: "Extension" }).fill("205");
  await expect(page.getByText("Account “Переговорная «Байкал»” already has this")).toBeVisible();
});

test("an edited account is held to the same limits", async ({ page, office }) => {
  await page.goto("/sip/25/edit");
  const form = panel(page);
  await expectWrong(form.getByLabel("Extension"), "199", "At least 200");
  await expectWrong(form.getByLabel("Name"), " ", "Fill this in");
  await expectWrong(form.getByLabel("Description"), "о".repeat(256), "At most 255 characters");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Extension")).toBeFocused();
  expect(await office.requests("PATCH /sip/{id}")).toEqual([]);
});

test("what is said of a field changes with the language", async ({ page }) => {
  await page.goto("/sip/new");
  await expectWrong(page.getByRole("textbox", { name: "Extension" }), "199", "At least 200");
  // The page beneath a form can't be reached, so the switch is turned behind its back.
  await page.getByRole("button", { name: "По-русски", includeHidden: true }).dispatchEvent("click");
  const field = page.getByRole("textbox", { name: "Добавочный" });
  await expect(field).toHaveAccessibleDescription(/Не меньше 200/);
  await expect(field).toHaveValue("199");
});
