import { expect, test } from "./fixtures.ts";
import {
  addNumber,
  choice,
  expectRows,
  form,
  nameField,
  openNew,
  press,
  rings,
  sipRings,
} from "./lib/scenarioForm.ts";
import { ACCOUNT, bodies, card, cards, CREATE, EVENING, FORWARD, SIP } from "./lib/scenarios.ts";
import { sideways, toast } from "./lib/screen.ts";

test.beforeEach(async ({ page }) => {
  await openNew(page);
});

test("a scenario with everything is created, and sent exactly so", async ({ page, office }) => {
  await page.keyboard.type("  Обед ");
  await choice(page, "Order of ringing", "All at once").check();
  const less = press(page, "SIP phone rings, seconds: 5 less");
  await less.click();
  await less.click();
  await expect(sipRings(page)).toHaveValue("20");
  await addNumber(page, "8 (900) 000-00-11");
  await addNumber(page, "+7 900 000 00 12");
  await addNumber(page, "79000000013");
  await press(page, "Number 2 rings, seconds: 5 more").click();
  await rings(page, 2).press("ArrowUp");
  await rings(page, 3).fill("90");
  await expectRows(page, "+7 900 000-00-11 25", "+7 900 000-00-12 35", "+7 900 000-00-13 90");
  await choice(page, "Voicemail", "On").check();
  await choice(page, "Greeting", "Own recording").check();
  const recording = form(page).getByRole("combobox", { name: "Recording" });
  await recording.fill("РАБОЧЕЕ");
  await page.getByRole("option", { name: "Приветствие: рабочее время" }).click();
  await expect(recording).toHaveValue("Приветствие: рабочее время");
  await press(page, "Create only").click();

  await expect(page).toHaveURL(ACCOUNT);
  await expect(toast(page, "Scenario “Обед” created")).toBeVisible();
  // What comes next lies free, wherever it is scrolled to.
  const next = card(page, "Обед").getByRole("button", { name: /^Make active/ });
  for (const block of ["end", "start", "center"] as const) {
    await next.evaluate((button, to) => button.scrollIntoView({ block: to }), block);
    await next.click({ trial: true });
  }
  await expect(cards(page)).toHaveText([SIP.name, FORWARD.name, EVENING.name, "Обед"]);
  await expect(card(page, "Обед")).toContainText("170 s one after another, 90 s all at once");
  expect(await bodies(office, CREATE)).toEqual([
    {
      name: "Обед",
      sequence_rule: "simultaneous",
      sip_timeout: 20,
      phones: [
        { number: "79000000011", timeout: 25 },
        { number: "79000000012", timeout: 35 },
        { number: "79000000013", timeout: 90 },
      ],
      voicemail: true,
      voicemail_media_id: 56,
    },
  ]);
});

test("names of any kind stay what they are", async ({ page, office }) => {
  const long = "Ж".repeat(200);
  for (const name of [long, "<script>alert(1)</script> 🍕 👩‍🚀"]) {
    await nameField(page).fill(name);
    await press(page, "Create only").click();
    const told = toast(page, `Scenario “${name}” created`);
    await expect(told).toBeVisible();
    // Out of the way of the next form.
    await told.getByRole("button", { name: "Close" }).click();
    await expect(card(page, name)).toBeVisible();
    expect(await bodies(office, CREATE)).toContainEqual(expect.objectContaining({ name }));
    await page.getByRole("link", { name: "Add a scenario" }).click();
  }
  await nameField(page).fill("Ж".repeat(256));
  await press(page, "Create only").click();
  await expect(nameField(page)).toHaveAccessibleDescription(/At most 255 characters/);
});

test("on a phone nothing is out of reach", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await nameField(page).fill("Обед");
  await addNumber(page, "8 900 000-00-11");
  await choice(page, "Voicemail", "On").check();
  await choice(page, "Greeting", "Own recording").check();
  await form(page).getByRole("button", { name: "Show the choices" }).click();
  await page.getByRole("option", { name: "Мы сейчас не работаем" }).click();
  expect(await sideways(page)).toBe(0);
  const beyond = await form(page).evaluate(
    (dialog) =>
      [...dialog.querySelectorAll("input, button, label, p, figure")].filter(
        (one) => one.getBoundingClientRect().right > window.innerWidth,
      ).length,
  );
  expect(beyond, "nothing beyond the edge of the panel").toBe(0);
  await press(page, "Create only").click();
  await expect(card(page, "Обед")).toBeVisible();
});
