import { expect, test } from "./fixtures.ts";
import { panel, toast } from "./lib/screen.ts";
import { ACCOUNT, ACTIVATE, EVENING, expectActive, FORWARD, SIP } from "./lib/scenarios.ts";

const SILENT = { sequence_rule: "single", sip_timeout: 0, voicemail: false };

test("who asks why a phone does not ring is told, and makes it ring with one click", async ({
  page,
  office,
  scan,
}) => {
  // The active scenario rings a mobile only; of the others one rings the phone.
  const phones = [{ number: "79000009926", timeout: 35 }];
  await office.change("PUT", `${ACCOUNT}/scenarios/${SIP.id}`, { ...SILENT, name: "SIP", phones });
  await office.change("DELETE", `${ACCOUNT}/scenarios/${EVENING.id}`);
  await page.goto("/status/25");
  const details = panel(page, "200 Ресепшен");
  const why = details.getByRole("region", { name: "Does this phone ring?" });
  await expect(why).toContainText("“SIP” rings this phone for 0 s: it never rings.");
  await scan();
  await details.getByRole("link", { name: "Open the account" }).click();

  const diagnosis = page.getByRole("region", { name: "Does this phone ring?" });
  await expect(diagnosis.getByRole("link", { name: "Edit the scenario" })).toBeVisible();
  await diagnosis.getByRole("button", { name: `Activate “${FORWARD.name}”` }).click();
  await expect(diagnosis).toContainText(`The scenario “${FORWARD.name}” rings it for 20 s`);
  await expect(diagnosis).toContainText(/^It rings: the phone/);
  await expect(diagnosis).toBeFocused();
  await expect(toast(page, `now follow “${FORWARD.name}”`)).toBeVisible();
  await expectActive(page, FORWARD.name);
  expect(await office.requests(ACTIVATE)).toHaveLength(1);
});
