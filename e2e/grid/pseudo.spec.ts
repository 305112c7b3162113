import { test } from "../fixtures.ts";
import { resetPage } from "../lib/resetPage.ts";
import {
  findObscuredFocus,
  setViewport,
  applyLook,
  findLayoutIssues,
  type Width,
} from "../lib/a11yIssues.ts";
import { pseudoTexts, speakPseudo } from "../lib/pseudo.ts";
import { ALL_SCREENS, SCREENS } from "../screens/table.ts";
import { report } from "./reporter.ts";

const A_SCREEN_MS = 30_000;
const WIDE_FIRST: readonly Width[] = [1920, 1280, 320];

test.beforeEach(({ watched }) => watched.expectFailedRequests());

for (const locale of ["ru-RU", "en-US"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    for (const route of Object.keys(SCREENS)) {
      const screens = ALL_SCREENS.filter((screen) => screen.route === route);
      test(`${route}, in texts 40 % longer`, async ({ page, office }) => {
        test.setTimeout(screens.length * A_SCREEN_MS);
        for (const { state, open } of screens) {
          await test.step(state, async () => {
            await resetPage(page, office);
            await speakPseudo(page);
            await setViewport(page, "light", 1280);
            await open({ page, office, t: pseudoTexts(locale) });
            const found: string[] = [];
            for (const width of WIDE_FIRST) {
              await applyLook(page, "light", width);
              found.push(...(await findLayoutIssues(page)).map((one) => `${width}: ${one}`));
            }
            found.push(...(await findObscuredFocus(page)).map((one) => `320: ${one}`));
            report(test.info(), "Pseudo-locale", `${route}, ${state}`, {
              cells: WIDE_FIRST.length,
              found,
            });
          });
        }
      });
    }
  });
}
