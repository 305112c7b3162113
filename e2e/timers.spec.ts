import { OWN_HEADER } from "#api/ownHeader.ts";
import { expect, test } from "./fixtures.ts";
import {
  ACTIVATE,
  card,
  expectActive,
  FORWARD,
  openAccount,
  requestedIds,
  SIP,
} from "./lib/scenarios.ts";
import { toast } from "./lib/screen.ts";

test("a scenario is active until a moment, and then the one from before is again", async ({
  page,
  office,
  request,
  scan,
}) => {
  await openAccount(page);
  await test.step("it is activated until tomorrow", async () => {
    await page.getByRole("button", { name: `Until a set time: ${FORWARD.name}` }).click();
    const dialog = page.getByRole("dialog", { name: `Activate “${FORWARD.name}” until…` });
    await expect(dialog.getByText("Europe/Moscow (GMT+3)")).toBeVisible();
    await expect(dialog.getByLabel("Active afterwards")).toHaveValue(String(SIP.id));
    await scan();
    await dialog.getByRole("radio", { name: /^Until tomorrow/ }).check();
    await dialog.getByRole("button", { name: "Activate" }).click();
    await expect(toast(page, /is active until tomorrow, .* then “SIP”/)).toBeVisible();
    await expectActive(page, FORWARD.name);
  });
  const line = card(page, FORWARD.name).getByText(/^Active until/);
  await expect(line).toHaveText(/Active until tomorrow, .* then “SIP”\./);
  await scan();

  await test.step("its moment comes, and the page shows what the server did", async () => {
    const list = await request.get("/api/pult/switches", { headers: OWN_HEADER });
    const { items } = (await list.json()) as { items: { id: string }[] };
    const until = new Date(Date.now() + 2_000).toISOString();
    const path = `/api/pult/switches/${items[0]?.id}`;
    await request.patch(path, { headers: OWN_HEADER, data: { until } });
    await page.reload();
    await expectActive(page, FORWARD.name);
    await expect(line).toBeHidden({ timeout: 20_000 });
    await expectActive(page, SIP.name);
    expect(await requestedIds(office, ACTIVATE)).toEqual([FORWARD.id, SIP.id]);
    await page.goto("/journal");
    await expect(page.getByRole("listitem").filter({ hasText: "Pult, by a timer" })).toContainText(
      "Activated a scenario of",
    );
  });
});
