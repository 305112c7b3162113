import { expect } from "./fixtures.ts";
import { expectVisibleFocus, press, tabTo } from "./lib/focus.ts";
import { rows } from "./lib/screen.ts";
import { createOfficeClient } from "./lib/office.ts";
import { watchingTest } from "./watchingFixture.ts";

/** In the office as it is at first, whose made-up past a reset would delete. */
const test = watchingTest.extend({
  office: async ({ request }, use) => use(createOfficeClient(request)),
});

test("whose phone drops most, and when it did, by keyboard alone", async ({ page, scan }) => {
  await page.goto("/status");
  await press(page, page.getByRole("button", { name: /^Dropped within 7 days [1-9]/ }));
  await press(page, page.getByRole("button", { name: "Drops within 7 days" }));
  await expect(page).toHaveURL("/status?week=dropped&sort=drops");
  const drops = () =>
    rows(page).evaluateAll((all) =>
      all.map((row) => Number.parseInt(row.children[4]?.textContent ?? "")),
    );
  await expect.poll(async () => (await drops()).length).toBeGreaterThan(1);
  const shown = await drops();
  expect(shown).toEqual(shown.toSorted((a, b) => b - a));
  await scan();

  await press(page, rows(page).first().getByRole("link"), "Enter");
  const details = page.getByRole("dialog");
  await press(page, details.getByRole("button", { name: "7 days" }));
  // The list's figure is that of the details, but for what happened since: this office is live.
  const figures = details.getByText(/^Online \d+% of working hours, \d+ drops/);
  const [, count] = /(\d+) drops/.exec(await figures.innerText()) ?? [];
  expect(Number(count)).toBeGreaterThanOrEqual(shown[0] ?? Infinity);
  const timeline = details.getByRole("slider");
  await tabTo(page, timeline);
  await expectVisibleFocus(page);
  const last = await timeline.getAttribute("aria-valuetext");
  expect(last).toMatch(/^(Online|Offline)/);
  await page.keyboard.press("ArrowLeft");
  await expect(timeline).not.toHaveAttribute("aria-valuetext", last ?? "");
  await scan();
});
