import type { Locator, Page } from "@playwright/test";
import { paths } from "#paths";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { press, tabTo } from "./lib/focus.ts";
import type { Office } from "./lib/office.ts";
import {
  ACTIVATE,
  activate,
  card,
  CREATE,
  DELETE,
  expectActive,
  FORWARD,
  openAccount,
  REPLACE,
  SIP,
} from "./lib/scenarios.ts";
import { heading, horizontalOverflow } from "./lib/screen.ts";

/** The account «Ресепшен», and the one beside it. */
const RECEPTION = 25;
const COLLEAGUE = { id: 26, name: "Бухгалтерия" };
const PASSWORD = "PATCH /sip/{id}";
const FOLLOW = "POST /number/external/follow";
const TO_RECEPTION = { number_type: "ate", number_id: 1, type: "sip", cli_type: "Y" };

const steps = (page: Page): Locator =>
  page.getByRole("region", { name: "What will be done" }).getByRole("listitem");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });

/** What was written since the test has set up its office, oldest first. */
async function writes(office: Office, since = 0): Promise<string[]> {
  const all = (await office.requests()).flatMap(({ operation }) => operation ?? []);
  return all.filter((operation) => !operation.startsWith("GET ")).slice(since);
}

test("somebody leaves in five clicks, and all but the password is taken back at once", async ({
  page,
  office,
  scan,
}) => {
  await office.change("POST", "/number/external/follow", { ...TO_RECEPTION, sip_id: RECEPTION });
  const before = (await writes(office)).length;
  await openAccount(page);
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks += 1;
    await target.click();
  };
  await click(page.getByRole("main").getByRole("button", { name: "More", exact: true }));
  await click(link(page, "Somebody leaves…"));
  const picker = page.getByRole("combobox", { name: "Colleague" });
  await expect(picker).toBeVisible();
  await scan();
  await click(picker);
  await click(page.getByRole("option", { name: COLLEAGUE.name }));
  await expect(steps(page)).toHaveText([
    /^New password/,
    /^Calls to the external number \+7.910.444-55-66 will go to 201 Бухгалтерия/,
    /^Scenario “Left: calls go nowhere”: the SIP phone does not ring/,
    /^The scenario “Left: calls go nowhere” becomes active in place of “SIP”/,
  ]);
  await scan();
  expect(await writes(office, before)).toEqual([]);
  await click(button(page, "Carry out 4 steps"));
  await expect(page.getByText("4 of 4 done")).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(5);
  expect(await writes(office, before)).toEqual([PASSWORD, FOLLOW, CREATE, ACTIVATE]);
  expect((await office.requests(FOLLOW)).at(-1)?.body).toEqual({
    ...TO_RECEPTION,
    sip_id: COLLEAGUE.id,
  });
  await expect(page.getByRole("row").filter({ hasText: "Forwarding" })).toContainText(
    COLLEAGUE.name,
  );
  await scan();

  await test.step("all is taken back, the newest step first", async () => {
    await link(page, "Undo all…").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Undo all" }).click();
    await expect(page.getByText("3 of 3 done")).toBeVisible();
    expect(await writes(office, before + 4)).toEqual([ACTIVATE, DELETE, FOLLOW]);
    await openAccount(page);
    await expectActive(page, SIP.name);
  });
});

keyboardTest("somebody takes over an extension by keyboard alone", async ({ page, office }) => {
  await page.goto(paths.sipAccount(RECEPTION));
  await press(page, page.getByRole("main").getByRole("button", { name: "More", exact: true }));
  await press(page, link(page, "Somebody takes over…"));
  await expect(heading(page)).toBeFocused();
  await tabTo(page, page.getByRole("textbox", { name: /^Who has the extension 200/ }));
  await page.keyboard.type("Борис");
  await tabTo(page, page.getByRole("textbox", { name: "Mobile of the new person" }));
  await page.keyboard.type("+7 999 333-22-10");
  await expect(steps(page).filter({ hasText: "333-22-10" })).toHaveCount(1);
  await press(page, button(page, "Pass the extension on"));
  await expect(page.getByText("4 of 4 done")).toBeVisible();
  expect(await writes(office)).toEqual([PASSWORD, PASSWORD, CREATE, ACTIVATE]);
  const [renamed, secret] = await office.requests(PASSWORD);
  expect(renamed?.body).toEqual({ name: "Борис" });
  expect(Object.keys(secret?.body ?? {})).toEqual(["password"]);
  expect((await office.requests(CREATE))[0]?.body).toMatchObject({
    name: "Calls: Борис",
    phones: [{ number: "79993332210", timeout: 25 }],
  });
  await press(page, link(page, "Hand over 1 account"));
  await expect(page).toHaveURL(paths.sipHandover([RECEPTION]));
  await expect(page.getByRole("dialog")).toContainText("Борис");
});

test("an account is suspended, says so, and goes back to the scenario from before", async ({
  page,
  office,
  scan,
}) => {
  await openAccount(page);
  await activate(page, FORWARD).click();
  await expectActive(page, FORWARD.name);
  await page.getByRole("main").getByRole("button", { name: "More", exact: true }).click();
  await link(page, "Suspend…").click();
  await expect(steps(page)).toHaveCount(3);
  await scan();
  await page.getByRole("switch", { name: "Voicemail" }).check();
  await expect(steps(page).nth(1)).toContainText("then voicemail");
  await button(page, "Suspend").click();
  await expect(page.getByText("3 of 3 done")).toBeVisible();
  expect((await office.requests(CREATE))[0]?.body).toMatchObject({
    name: "Suspended",
    sip_timeout: 0,
    phones: [],
    voicemail: true,
  });

  await page.goto(paths.sipAccount(RECEPTION));
  await expect(page.getByText("The account is suspended")).toBeVisible();
  await scan();
  await link(page, "Resume").first().click();
  await expect(page.getByRole("combobox", { name: "Which scenario becomes active" })).toHaveValue(
    String(FORWARD.id),
  );
  await expect(page.getByText("It was active before the account was suspended.")).toBeVisible();
  await scan();
  await button(page, "Resume").click();
  await expect(page.getByText("3 of 3 done")).toBeVisible();
  await page.goto(paths.sipAccount(RECEPTION));
  await expectActive(page, FORWARD.name);
  await expect(card(page, "Suspended")).toHaveCount(0);
});

test("a step that fails stops the rest, and once repeated goes on from there", async ({
  page,
  office,
  monitor,
}) => {
  monitor.expectFailedRequests();
  await office.faults({ operation: CREATE, fault: "status:500", times: 1 });
  await page.goto(paths.sipSuspend(RECEPTION));
  await button(page, "Suspend").click();
  await expect(page.getByText(/^1 of 3 done/)).toBeVisible();
  await expect(page.getByText(/^Sending stopped/)).toBeVisible();
  expect(await writes(office)).toEqual([PASSWORD, CREATE]);
  await button(page, "Try again and continue").click();
  await expect(page.getByText("3 of 3 done")).toBeVisible();
  expect(await writes(office)).toEqual([PASSWORD, CREATE, CREATE, ACTIVATE]);
  expect(await office.requests(REPLACE)).toHaveLength(0);
});

test.describe("in Russian, on a phone", () => {
  test.use({ locale: "ru-RU", viewport: { width: 360, height: 740 } });

  test("each page fits, has no violation, and says what will be done", async ({ page, scan }) => {
    const { sipLeave, sipTakeOver, sipSuspend } = paths;
    for (const path of [sipLeave, sipTakeOver, sipSuspend]) {
      await page.goto(path(RECEPTION));
      await expect(page.getByRole("region", { name: "Что будет сделано" })).toBeVisible();
      expect(await horizontalOverflow(page)).toBe(0);
      await scan();
    }
  });
});
