import { expect, test } from "./fixtures.ts";
import {
  addNumber,
  choice,
  drawing,
  expectRows,
  form,
  nameField,
  number,
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
  await press(page, "Create scenario").click();

  await expect(page).toHaveURL(ACCOUNT);
  await expect(toast(page, "Scenario “Обед” created")).toBeVisible();
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

test("the name is enough, and nothing else is sent", async ({ page, office }) => {
  await page.keyboard.type("Ночь");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(ACCOUNT);
  expect(await bodies(office, CREATE)).toEqual([
    { name: "Ночь", sequence_rule: "single", sip_timeout: 30, phones: [], voicemail: false },
  ]);
});

test("the drawing follows what is typed", async ({ page }) => {
  const steps = drawing(page).getByRole("figure").getByRole("listitem");
  await expect(drawing(page)).toContainText("Rings 30 s, no voicemail");
  await expect(steps).toHaveText(["SIP phone: from second 0 to 30"]);
  await addNumber(page, "8 900 000-00-11");
  await expect(steps).toHaveText([
    "SIP phone: from second 0 to 30",
    "+7 900 000-00-11: from second 30 to 55",
  ]);
  await rings(page, 1).fill("40");
  await choice(page, "Voicemail", "On").check();
  await expect(drawing(page)).toContainText("Rings 70 s, then voicemail");
  await expect(steps.last()).toHaveText("Voicemail: after 70 s");
  await choice(page, "Order of ringing", "All at once").check();
  await expect(drawing(page)).toContainText("Rings 40 s, then voicemail");
  await expect(steps).toHaveText([
    "SIP phone: from second 0 to 30",
    "+7 900 000-00-11: from second 0 to 40",
    "Voicemail: after 40 s",
  ]);
});

test("the same number twice is warned of, and sent all the same", async ({ page, office }) => {
  await page.keyboard.type("Обед");
  await addNumber(page, "8 (900) 000-00-11");
  await addNumber(page, "+79000000011");
  const warning = /This number already stands under no\.\s1/;
  await expect(number(page, 2)).toHaveAccessibleDescription(warning);
  await expect(number(page, 1)).not.toHaveAccessibleDescription(warning);
  await press(page, "Create scenario").click();
  await expect(page).toHaveURL(ACCOUNT);
  expect(await bodies(office, CREATE)).toMatchObject([
    { phones: [{ number: "79000000011" }, { number: "79000000011" }] },
  ]);
});

test("a sixth number is refused, and the button says why", async ({ page }) => {
  for (const last of [1, 2, 3, 4, 5]) await addNumber(page, `7900000001${last}`);
  await expect(form(page).getByText("5 of 5 numbers")).toBeVisible();
  const add = press(page, "Add a number");
  await expect(add).toHaveAttribute("aria-disabled", "true");
  await expect(add).toHaveAccessibleDescription("The provider takes at most 5 numbers");
  await expect(form(page).getByText("The provider takes at most 5 numbers")).toBeVisible();
  await add.dispatchEvent("click");
  await add.press("Enter");
  await expect(add).toBeFocused();
  await expect(form(page).getByText("5 of 5 numbers")).toBeVisible();
  await press(page, "Remove: Number 5").click();
  await expect(add).not.toHaveAttribute("aria-disabled", "true");
});

test("0 seconds means that it does not ring, and is said so", async ({ page, office }) => {
  await page.keyboard.type("Тихо");
  await sipRings(page).fill("0");
  await expect(form(page).getByText("0 s: does not ring at all")).toBeVisible();
  await addNumber(page, "79000000011");
  await rings(page, 1).fill("0");
  await expect(rings(page, 1)).toHaveAccessibleDescription("0 s: this number will not ring");
  await expect(drawing(page)).toContainText("Does not ring at all, no voicemail");
  await press(page, "Create scenario").click();
  await expect(page).toHaveURL(ACCOUNT);
  expect(await bodies(office, CREATE)).toMatchObject([
    { sip_timeout: 0, phones: [{ number: "79000000011", timeout: 0 }] },
  ]);
});

test("what the provider would not take is refused in its place", async ({ page, office }) => {
  await addNumber(page, "12");
  await rings(page, 1).fill("7");
  await sipRings(page).fill("95");
  await press(page, "Create scenario").click();
  await expect(nameField(page)).toBeFocused();
  await expect(nameField(page)).toHaveAccessibleDescription(/Fill this in/);
  await expect(number(page, 1)).toHaveAccessibleDescription(/This can't be a phone number/);
  await expect(rings(page, 1)).toHaveAccessibleDescription(/In steps of 5: 5 or 10/);
  await expect(sipRings(page)).toHaveAccessibleDescription(/At most 90/);

  await nameField(page).fill("Обед");
  await press(page, "Create scenario").click();
  await expect(sipRings(page)).toBeFocused();
  await press(page, "SIP phone rings, seconds: 5 less").click();
  await expect(sipRings(page)).toHaveValue("90");
  await number(page, 1).fill("");
  await press(page, "Create scenario").click();
  await expect(number(page, 1)).toBeFocused();
  await expect(number(page, 1)).toHaveAccessibleDescription("Enter a number or remove the row");
  expect(await office.requests(CREATE)).toEqual([]);

  await number(page, 1).fill("89000000011");
  await rings(page, 1).press("ArrowUp");
  await expect(rings(page, 1)).toHaveValue("10");
  await press(page, "Create scenario").click();
  await expect(page).toHaveURL(ACCOUNT);
});

test("an own greeting must be named", async ({ page, office }) => {
  await page.keyboard.type("Обед");
  await choice(page, "Voicemail", "On").check();
  await choice(page, "Greeting", "Own recording").check();
  await press(page, "Create scenario").click();
  const recording = form(page).getByRole("combobox", { name: "Recording" });
  await expect(recording).toBeFocused();
  await expect(recording).toHaveAccessibleDescription(/Fill this in/);
  await choice(page, "Greeting", "Standard greeting").check();
  await press(page, "Create scenario").click();
  await expect(page).toHaveURL(ACCOUNT);
  expect(await bodies(office, CREATE)).toEqual([
    { name: "Обед", sequence_rule: "single", sip_timeout: 30, phones: [], voicemail: true },
  ]);
});

test("a double click creates one scenario", async ({ page, office }) => {
  await office.faults({ operation: CREATE, fault: "latency:300" });
  await page.keyboard.type("Обед");
  await press(page, "Create scenario").dblclick();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(cards(page)).toHaveCount(4);
  expect(await office.requests(CREATE)).toHaveLength(1);
});

test("names of any kind stay what they are", async ({ page, office }) => {
  const long = "Ж".repeat(200);
  for (const name of [long, "<script>alert(1)</script> 🍕 👩‍🚀"]) {
    await nameField(page).fill(name);
    await press(page, "Create scenario").click();
    const told = toast(page, `Scenario “${name}” created`);
    await expect(told).toBeVisible();
    // Out of the way of the next form.
    await told.getByRole("button", { name: "Close" }).click();
    await expect(card(page, name)).toBeVisible();
    expect(await bodies(office, CREATE)).toContainEqual(expect.objectContaining({ name }));
    await page.getByRole("link", { name: "Add a scenario" }).click();
  }
  await nameField(page).fill("Ж".repeat(256));
  await press(page, "Create scenario").click();
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
  await press(page, "Create scenario").click();
  await expect(card(page, "Обед")).toBeVisible();
});
