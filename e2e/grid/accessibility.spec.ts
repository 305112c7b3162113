import type { Page } from "@playwright/test";
import { test } from "../fixtures.ts";
import { resetPage } from "../lib/resetPage.ts";
import {
  findObscuredFocus,
  setViewport,
  collectA11yIssues,
  applyLook,
  SCHEMES,
  findLayoutIssues,
  type Width,
} from "../lib/a11yIssues.ts";
import { TEXTS } from "../lib/texts.ts";
import { ALL_SCREENS, type Screen, SCREENS } from "../screens/table.ts";
import { report } from "./reporter.ts";

const A_SCREEN_MS = 45_000;
const WIDE_FIRST: readonly Width[] = [1280, 320];

/** A page in both schemes and at all widths; gives how many looks that were, and what they found. */
async function look(page: Page, { at }: Screen): Promise<{ cells: number; found: string[] }> {
  const found: string[] = [];
  let cells = 0;
  const shown = new URL(page.url()).pathname;
  if (at !== undefined && shown !== at) found.push(`shows ${shown} instead of ${at}`);
  // Nothing but room can make a difference there.
  await applyLook(page, "light", 1920);
  found.push(...(await findLayoutIssues(page)).map((one) => `1920: ${one}`));
  cells += 1;
  for (const width of WIDE_FIRST) {
    for (const scheme of SCHEMES) {
      await applyLook(page, scheme, width);
      const words = await collectA11yIssues(page);
      found.push(...words.map((one) => `${width} ${scheme}: ${one}`));
      cells += 1;
    }
  }
  found.push(...(await findObscuredFocus(page)).map((one) => `320: ${one}`));
  return { cells, found };
}

test.beforeEach(({ watched }) => watched.expectFailedRequests());

for (const locale of ["ru-RU", "en-US"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    for (const route of Object.keys(SCREENS)) {
      const screens = ALL_SCREENS.filter((screen) => screen.route === route);
      test(route, async ({ page, office }) => {
        test.setTimeout(screens.length * A_SCREEN_MS);
        for (const screen of screens) {
          await test.step(screen.state, async () => {
            await resetPage(page, office);
            await setViewport(page, "light", 1280);
            await screen.open({ page, office, t: TEXTS[locale] });
            report(
              test.info(),
              "Accessibility grid",
              `${route}, ${screen.state}`,
              await look(page, screen),
            );
          });
        }
      });
    }
  });
}
