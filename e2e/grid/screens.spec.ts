import { mkdirSync } from "node:fs";
import { test } from "../fixtures.ts";
import { changeViewport, SCHEMES, setViewport, waitForLayout } from "../lib/a11yIssues.ts";
import { resetPage } from "../lib/resetPage.ts";
import { TEXTS } from "../lib/texts.ts";
import { ALL_SCREENS, SCREENS } from "../screens/allScreens.ts";

/* `npm run screens`: a picture of every screen, for somebody's eyes: nothing is compared. */

const FOLDER = "screens";
const SCREEN_TIMEOUT_MS = 45_000;
const WIDTHS = [1280, 1920, 360] as const;

mkdirSync(FOLDER, { recursive: true });
test.beforeEach(({ monitor }) => monitor.expectFailedRequests());

for (const locale of ["ru-RU", "en-US"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    for (const route of Object.keys(SCREENS)) {
      const screens = ALL_SCREENS.filter((screen) => screen.route === route);
      test(route, async ({ page, office }) => {
        test.setTimeout(screens.length * SCREEN_TIMEOUT_MS);
        for (const { state, open } of screens) {
          await resetPage(page, office);
          await setViewport(page, "light", 1280);
          await open({ page, office, t: TEXTS[locale] });
          for (const width of WIDTHS) {
            for (const scheme of SCHEMES) {
              await changeViewport(page, scheme, width);
              await waitForLayout(page);
              const name = [
                route,
                state.replaceAll(/\W+/g, "-"),
                width,
                scheme,
                locale.slice(0, 2),
              ];
              await page.screenshot({ path: `${FOLDER}/${name.join(".")}.png` });
            }
          }
        }
      });
    }
  });
}
