import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  ACCOUNT,
  ACTIVATE,
  activate,
  requestedIds,
  card,
  cards,
  EVENING,
  expectActive,
  FORWARD,
  openAccount,
  section,
  SIP,
} from "./lib/scenarios.ts";
import { heading, rows, horizontalOverflow, toast } from "./lib/screen.ts";

const UNKNOWN_VOICEMAIL = "; whether voicemail follows, the provider does not tell";
const FORWARD_DESCRIPTION =
  "The provider does not tell the order: 70 s one after another, 35 s all at once; " +
  "nor does it tell whether voicemail follows";

/** The steps of a scenario's timeline. */
const steps = (page: Page, name: string) =>
  card(page, name).getByRole("figure").getByRole("listitem");

test.describe("the timelines of scenarios", () => {
  test.beforeEach(async ({ page }) => {
    await openAccount(page);
  });

  test("show the ring times as text, as a list for screen readers, and as bars", async ({
    page,
  }) => {
    await test.step("as text", async () => {
      await expect(card(page, SIP.name)).toContainText(`Rings 20 s${UNKNOWN_VOICEMAIL}`);
      await expect(card(page, FORWARD.name)).toContainText(FORWARD_DESCRIPTION);
      await expect(card(page, EVENING.name)).toContainText("60 s one after another, 35 s all");
    });
    await test.step("as a list for screen readers", async () => {
      await expect(steps(page, SIP.name)).toHaveText(["SIP phone: from second 0 to 20"]);
      await expect(steps(page, FORWARD.name)).toHaveText([
        "SIP phone: rings 20 s, from when is not known",
        "Number 1: rings 35 s, from when is not known",
        "Number 2: rings 15 s, from when is not known",
      ]);
    });
    await test.step("as bars of proportional length", async () => {
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
    await test.step("the active scenario is labelled and has no activation button", async () => {
      await expectActive(page, SIP.name);
      await expect(section(page).getByRole("button", { name: /^Activate/ })).toHaveCount(2);
    });
  });

  test("fit on a phone with unusual scenario names", async ({ page, office }) => {
    const long = "Очень".repeat(40);
    const unusual = `<script>alert("1")</script> 🍕 👩‍🚀`;
    const body = { sequence_rule: "single", sip_timeout: 5, voicemail: false };
    await office.change("PUT", `${ACCOUNT}/scenarios/${SIP.id}`, { ...body, name: long });
    await office.change("PUT", `${ACCOUNT}/scenarios/${EVENING.id}`, { ...body, name: unusual });
    await page.setViewportSize({ width: 360, height: 780 });
    await page.reload();
    await expect(cards(page)).toHaveText([long, FORWARD.name, unusual]);
    expect(await horizontalOverflow(page)).toBe(0);
    for (const name of [long, unusual]) {
      await expect(card(page, name).getByRole("button", { name: /^Delete/ })).toBeVisible();
    }
    await activate(page, { name: unusual }).click();
    await expect(toast(page, `now follow “${unusual}”`)).toBeVisible();
    expect(await horizontalOverflow(page)).toBe(0);
    await page.goto("/sip");
    await expect(rows(page).first()).toBeVisible();
    expect(await horizontalOverflow(page)).toBe(0);
  });
});

test("activating a scenario is shown at once and confirmed after the response", async ({
  page,
  office,
}) => {
  await openAccount(page);
  await office.faults({ operation: ACTIVATE, fault: "latency:4000" });
  await activate(page, FORWARD).click();
  await expectActive(page, FORWARD.name);
  const [request] = await office.requests(ACTIVATE);
  expect(request?.status ?? null, "not answered yet").toBeNull();
  await expect(toast(page, "now follow")).toHaveCount(0);
  // The order stays, and the focus moves to the heading.
  await expect(cards(page)).toHaveText([SIP.name, FORWARD.name, EVENING.name]);
  await expect(card(page, FORWARD.name).getByRole("heading")).toBeFocused();
  await expect(toast(page, "now follow “Переадресация”")).toBeVisible();
  expect(await requestedIds(office, ACTIVATE)).toEqual([FORWARD.id]);
  await page.reload();
  await expectActive(page, FORWARD.name);
});

test("the account list shows the timeline of the active scenario, also after activating another", async ({
  page,
}) => {
  const row = rows(page).filter({ hasText: "Ресепшен" });
  await page.goto("/sip");
  await expect(row.getByText("SIP", { exact: true })).toBeVisible();
  await expect(row.getByText("20 s", { exact: true })).toBeVisible();
  await expect(row.getByRole("img", { name: `Rings 20 s${UNKNOWN_VOICEMAIL}` })).toBeVisible();
  await page.getByRole("link", { name: "Ресепшен" }).click();
  await activate(page, FORWARD).click();
  await page.getByRole("link", { name: "SIP accounts" }).first().click();
  await expect(heading(page)).toHaveText("SIP accounts");
  await expect(row.getByText(FORWARD.name, { exact: true })).toBeVisible();
  await expect(row.getByText("35–70 s", { exact: true })).toBeVisible();
  await expect(row.getByRole("img", { name: FORWARD_DESCRIPTION })).toBeVisible();
});

test("a reload shows the scenario that a colleague has activated", async ({ page, office }) => {
  await openAccount(page);
  await office.change("PATCH", `${ACCOUNT}/scenarios/${EVENING.id}`);
  await page.reload();
  await expectActive(page, EVENING.name);
});
