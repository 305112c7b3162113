import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Office } from "./lib/office.ts";
import { panel, rows, toast } from "./lib/screen.ts";

/** The longest animation or transition so far, in milliseconds. */
const longestMotionMs = (page: Page) =>
  page.evaluate(async () => {
    // The event fires one frame after the start.
    for (const _frame of [1, 2]) await new Promise((next) => requestAnimationFrame(next));
    return (globalThis as { longestMotion?: number }).longestMotion ?? 0;
  });

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const kept = globalThis as { longestMotion?: number };
    for (const kind of ["animationstart", "transitionrun"]) {
      document.addEventListener(kind, ({ target }) => {
        if (!(target instanceof Element)) return;
        for (const { effect } of target.getAnimations()) {
          // Without the delay before the animation.
          const { activeDuration } = effect?.getComputedTiming() ?? {};
          kept.longestMotion = Math.max(kept.longestMotion ?? 0, Number(activeDuration ?? 0));
        }
      });
    }
  });
});

/** Shows a toast, a panel and a spinner; returns the longest motions of both pages. */
async function showAnimatedElements(page: Page, office: Office): Promise<number[]> {
  await page.goto("/sip/25");
  await page.getByRole("button", { name: "Copy Login" }).click();
  await expect(toast(page, "Login: copied")).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(panel(page).getByLabel("Name")).toBeFocused();
  const opened = await longestMotionMs(page);
  await page.goto("/status");
  await expect(rows(page).first()).toBeVisible();
  await office.faults({ operation: "GET /sip/statuses", fault: "hang" });
  const refresh = page.getByRole("button", { name: "Refresh", exact: true });
  await refresh.click();
  await expect(refresh).toHaveAttribute("data-busy");
  const waiting = await longestMotionMs(page);
  await office.faults();
  return [opened, waiting];
}

test("prefers-reduced-motion turns off all animations", async ({ page, office }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  for (const motion of await showAnimatedElements(page, office)) expect(motion).toBeGreaterThan(1);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const motion of await showAnimatedElements(page, office))
    expect(motion).toBeLessThanOrEqual(1);
});
