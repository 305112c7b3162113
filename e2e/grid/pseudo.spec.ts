import { test } from "../fixtures.ts";
import { resetPage } from "../lib/resetPage.ts";
import {
  findObscuredFocus,
  setViewport,
  changeViewport,
  findLayoutIssues,
  type Width,
} from "../lib/a11yIssues.ts";
import { pseudoTexts, applyPseudoLocale } from "../lib/pseudoLocale.ts";
import { ALL_SCREENS, SCREENS } from "../screens/allScreens.ts";
import { reportFindings } from "./reporter.ts";

const SCREEN_TIMEOUT_MS = 30_000;
const WIDE_FIRST: readonly Width[] = [1920, 1280, 320];

test.beforeEach(({ monitor }) => monitor.expectFailedRequests());

for (const locale of ["ru-RU", "en-US"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    for (const route of Object.keys(SCREENS)) {
      const screens = ALL_SCREENS.filter((screen) => screen.route === route);
      test(`${route}, in texts 40 % longer`, async ({ page, office }) => {
        test.setTimeout(screens.length * SCREEN_TIMEOUT_MS);
        for (const { state, open } of screens) {
          await test.step(state, async () => {
            await resetPage(page, office);
            await applyPseudoLocale(page);
            await setViewport(page, "light", 1280);
            await open({ page, office, t: pseudoTexts(locale) });
            const found: string[] = [];
            for (const width of WIDE_FIRST) {
              await changeViewport(page, "light", width);
              found.push(...(await findLayoutIssues(page)).map((one) => `${width}: ${one}`));
            }
            found.push(...(await findObscuredFocus(page)).map((one) => `320: ${one}`));
            reportFindings(test.info(), "Pseudo-locale", `${route}, ${state}`, {
              cells: WIDE_FIRST.length,
              found,
            });
          });
        }
      });
    }
  });
}
