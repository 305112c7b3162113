import type { Page } from "@playwright/test";
import { test } from "../fixtures.ts";
import { resetPage } from "../lib/resetPage.ts";
import {
  findObscuredFocus,
  setViewport,
  collectA11yIssues,
  changeViewport,
  SCHEMES,
  findLayoutIssues,
  type Width,
} from "../lib/a11yIssues.ts";
import { TEXTS } from "../lib/texts.ts";
import { ALL_SCREENS, type Screen, SCREENS } from "../screens/allScreens.ts";
import { reportFindings } from "./reporter.ts";

const SCREEN_TIMEOUT_MS = 45_000;
const WIDE_FIRST: readonly Width[] = [1280, 320];

/** Checks a screen in both schemes and at all widths; returns the number of checks and the issues. */
async function checkScreen(
  page: Page,
  { at }: Screen,
): Promise<{ cells: number; found: string[] }> {
  const found: string[] = [];
  let cells = 0;
  const shown = new URL(page.url()).pathname;
  if (at !== undefined && shown !== at) found.push(`shows ${shown} instead of ${at}`);
  // At this width only the layout can differ.
  await changeViewport(page, "light", 1920);
  found.push(...(await findLayoutIssues(page)).map((one) => `1920: ${one}`));
  cells += 1;
  for (const width of WIDE_FIRST) {
    for (const scheme of SCHEMES) {
      await changeViewport(page, scheme, width);
      const issues = await collectA11yIssues(page);
      found.push(...issues.map((one) => `${width} ${scheme}: ${one}`));
      cells += 1;
    }
  }
  found.push(...(await findObscuredFocus(page)).map((one) => `320: ${one}`));
  return { cells, found };
}

test.beforeEach(({ monitor }) => monitor.expectFailedRequests());

for (const locale of ["ru-RU", "en-US"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    for (const route of Object.keys(SCREENS)) {
      const screens = ALL_SCREENS.filter((screen) => screen.route === route);
      test(route, async ({ page, office }) => {
        test.setTimeout(screens.length * SCREEN_TIMEOUT_MS);
        for (const screen of screens) {
          await test.step(screen.state, async () => {
            await resetPage(page, office);
            await setViewport(page, "light", 1280);
            await screen.open({ page, office, t: TEXTS[locale] });
            reportFindings(
              test.info(),
              "Accessibility grid",
              `${route}, ${screen.state}`,
              await checkScreen(page, screen),
            );
          });
        }
      });
    }
  });
}
