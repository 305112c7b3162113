import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  ACCOUNT,
  ACTIVATE,
  activate,
  askedIds,
  card,
  cards,
  EVENING,
  expectActive,
  FORWARD,
  openAccount,
  section,
  SIP,
} from "./lib/scenarios.ts";
import { heading, rows, sideways, toast } from "./lib/screen.ts";

const UNTOLD = "; whether voicemail follows, the provider does not tell";
const FORWARD_WORDS =
  "The provider does not tell the order: 70 s one after another, 35 s all at once; " +
  "nor does it tell whether voicemail follows";

/** The steps of a drawing. */
const steps = (page: Page, name: string) =>
  card(page, name).getByRole("figure").getByRole("listitem");

test.describe("the drawings", () => {
  test.beforeEach(async ({ page }) => {
    await openAccount(page);
  });

  test("say how long it rings: in words, to a screen reader, by their length", async ({ page }) => {
    await test.step("in words", async () => {
      await expect(card(page, SIP.name)).toContainText(`Rings 20 s${UNTOLD}`);
      await expect(card(page, FORWARD.name)).toContainText(FORWARD_WORDS);
      await expect(card(page, EVENING.name)).toContainText("60 s one after another, 35 s all");
    });
    await test.step("as lists for those who do not see them", async () => {
      await expect(steps(page, SIP.name)).toHaveText(["SIP phone: from second 0 to 20"]);
      await expect(steps(page, FORWARD.name)).toHaveText([
        "SIP phone: rings 20 s, from when is not known",
        "Number 1: rings 35 s, from when is not known",
        "Number 2: rings 15 s, from when is not known",
      ]);
    });
    await test.step("by bars as long as it rings", async () => {
      const widths = [];
      for (const seconds of [20, 35, 15]) {
        const bar = card(page, FORWARD.name).getByText(`${seconds} s`, { exact: true }).first();
        widths.push((await bar.boundingBox())?.width ?? 0);
      }
      const [sip = 0, one = 0, two = 0] = widths;
      expect(sip).toBeGreaterThan(20);
      expect(one / sip).toBeCloseTo(35 / 20, 1);
      expect(two / sip).toBeCloseTo(15 / 20, 1);
    });
    await test.step("the active one by a word, and it offers no activation", async () => {
      await expectActive(page, SIP.name);
      await expect(section(page).getByRole("button", { name: /^Make active/ })).toHaveCount(2);
    });
  });

  test("fit a phone, whatever the scenarios are called", async ({ page, office }) => {
    const long = "Очень".repeat(40);
    const odd = `<script>alert("1")</script> 🍕 👩‍🚀`;
    const body = { sequence_rule: "single", sip_timeout: 5, voicemail: false };
    await office.change("PUT", `${ACCOUNT}/scenarios/${SIP.id}`, { ...body, name: long });
    await office.change("PUT", `${ACCOUNT}/scenarios/${EVENING.id}`, { ...body, name: odd });
    await page.setViewportSize({ width: 360, height: 780 });
    await page.reload();
    await expect(cards(page)).toHaveText([long, FORWARD.name, odd]);
    expect(await sideways(page)).toBe(0);
    for (const name of [long, odd]) {
      await expect(card(page, name).getByRole("button", { name: /^Delete/ })).toBeVisible();
    }
    await activate(page, { name: odd }).click();
    await expect(toast(page, `now follow “${odd}”`)).toBeVisible();
    expect(await sideways(page)).toBe(0);
    await page.goto("/sip");
    await expect(rows(page).first()).toBeVisible();
    expect(await sideways(page)).toBe(0);
  });
});

test("one click activates: shown at once, said once it is done", async ({ page, office }) => {
  await openAccount(page);
  await office.faults({ operation: ACTIVATE, fault: "latency:4000" });
  await activate(page, FORWARD).click();
  await expectActive(page, FORWARD.name);
  const [asked] = await office.requests(ACTIVATE);
  expect(asked?.status ?? null, "not answered yet").toBeNull();
  await expect(toast(page, "now follow")).toHaveCount(0);
  // Nothing jumps, and the pressed button is still there.
  await expect(cards(page)).toHaveText([SIP.name, FORWARD.name, EVENING.name]);
  await expect(card(page, FORWARD.name).getByRole("heading")).toBeFocused();
  await expect(toast(page, "now follow “Переадресация”")).toBeVisible();
  expect(await askedIds(office, ACTIVATE)).toEqual([FORWARD.id]);
  await page.reload();
  await expectActive(page, FORWARD.name);
});

test("the list draws the active one, also one just activated", async ({ page }) => {
  const row = rows(page).filter({ hasText: "Ресепшен" });
  await page.goto("/sip");
  await expect(row.getByText("SIP", { exact: true })).toBeVisible();
  await expect(row.getByText("20 s", { exact: true })).toBeVisible();
  await expect(row.getByRole("img", { name: `Rings 20 s${UNTOLD}` })).toBeVisible();
  await page.getByRole("link", { name: "Ресепшен" }).click();
  await activate(page, FORWARD).click();
  await page.getByRole("link", { name: "SIP accounts" }).first().click();
  await expect(heading(page)).toHaveText("SIP accounts");
  await expect(row.getByText(FORWARD.name, { exact: true })).toBeVisible();
  await expect(row.getByText("35–70 s", { exact: true })).toBeVisible();
  await expect(row.getByRole("img", { name: FORWARD_WORDS })).toBeVisible();
});

test("one that a colleague activated is seen when the page is looked at again", async ({
  page,
  office,
}) => {
  await openAccount(page);
  await office.change("PATCH", `${ACCOUNT}/scenarios/${EVENING.id}`);
  await page.reload();
  await expectActive(page, EVENING.name);
});
