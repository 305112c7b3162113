import { expect, test } from "./fixtures.ts";
import {
  addNumber,
  choice,
  expectRows,
  form,
  nameField,
  openNew,
  button,
  ringTime,
  sipRingTime,
} from "./lib/scenarioForm.ts";
import {
  ACCOUNT,
  requestBodies,
  card,
  cards,
  CREATE,
  EVENING,
  FORWARD,
  SIP,
} from "./lib/scenarios.ts";
import { horizontalOverflow, toast } from "./lib/screen.ts";

test.beforeEach(async ({ page }) => {
  await openNew(page);
});

test("a scenario with all options is created and sent completely", async ({ page, office }) => {
  await page.keyboard.type("  Обед ");
  await choice(page, "Order of ringing", "All at once").check();
  const less = button(page, "SIP phone rings, seconds: 5 less");
  await less.click();
  await less.click();
  await expect(sipRingTime(page)).toHaveValue("20");
  await addNumber(page, "8 (900) 000-00-11");
  await addNumber(page, "+7 900 000 00 12");
  await addNumber(page, "79000000013");
  await button(page, "Number 2 rings, seconds: 5 more").click();
  await ringTime(page, 2).press("ArrowUp");
  await ringTime(page, 3).fill("90");
  await expectRows(page, "+7 900 000-00-11 25", "+7 900 000-00-12 35", "+7 900 000-00-13 90");
  await choice(page, "Voicemail", "On").check();
  await choice(page, "Greeting", "Own recording").check();
  const recording = form(page).getByRole("combobox", { name: "Recording" });
  await recording.fill("РАБОЧЕЕ");
  await page.getByRole("option", { name: "Приветствие: рабочее время" }).click();
  await expect(recording).toHaveValue("Приветствие: рабочее время");
  await button(page, "Create only").click();

  await expect(page).toHaveURL(ACCOUNT);
  await expect(toast(page, "Scenario “Обед” created")).toBeVisible();
  // The toast must not cover the next button, at any scroll position.
  const next = card(page, "Обед").getByRole("button", { name: /^Activate/ });
  for (const block of ["end", "start", "center"] as const) {
    await next.evaluate((element, to) => element.scrollIntoView({ block: to }), block);
    await next.click({ trial: true });
  }
  await expect(cards(page)).toHaveText([SIP.name, FORWARD.name, EVENING.name, "Обед"]);
  await expect(card(page, "Обед")).toContainText("Rings 90 s, then voicemail");
  expect(await requestBodies(office, CREATE)).toEqual([
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

test("unusual scenario names are kept unchanged", async ({ page, office }) => {
  const long = "Ж".repeat(200);
  for (const name of [long, "<script>alert(1)</script> 🍕 👩‍🚀"]) {
    await nameField(page).fill(name);
    await button(page, "Create only").click();
    const created = toast(page, `Scenario “${name}” created`);
    await expect(created).toBeVisible();
    // It would cover the next form.
    await created.getByRole("button", { name: "Close" }).click();
    await expect(card(page, name)).toBeVisible();
    expect(await requestBodies(office, CREATE)).toContainEqual(expect.objectContaining({ name }));
    await page.getByRole("link", { name: "Add a scenario" }).click();
  }
  await nameField(page).fill("Ж".repeat(256));
  await button(page, "Create only").click();
  await expect(nameField(page)).toHaveAccessibleDescription(/At most 255 characters/);
});

test("on a phone the whole scenario form is reachable", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await nameField(page).fill("Обед");
  await addNumber(page, "8 900 000-00-11");
  await choice(page, "Voicemail", "On").check();
  await choice(page, "Greeting", "Own recording").check();
  await form(page).getByRole("button", { name: "Show the choices" }).click();
  await page.getByRole("option", { name: "Мы сейчас не работаем" }).click();
  expect(await horizontalOverflow(page)).toBe(0);
  const beyond = await form(page).evaluate(
    (dialog) =>
      [...dialog.querySelectorAll("input, button, label, p, figure")].filter(
        (one) => one.getBoundingClientRect().right > window.innerWidth,
      ).length,
  );
  expect(beyond, "elements beyond the edge of the panel").toBe(0);
  await button(page, "Create only").click();
  await expect(card(page, "Обед")).toBeVisible();
});
