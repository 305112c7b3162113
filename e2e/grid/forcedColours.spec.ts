import { expect, test } from "../fixtures.ts";
import { resetPage } from "../lib/resetPage.ts";
import { setViewport, findForcedColourIssues, forceColours, SCHEMES } from "../lib/a11yIssues.ts";
import { TEXTS } from "../lib/texts.ts";
import { ALL_SCREENS, SCREENS } from "../screens/allScreens.ts";
import { reportFindings } from "./reporter.ts";

const SCREEN_TIMEOUT_MS = 30_000;

test.beforeEach(({ monitor }) => monitor.expectFailedRequests());

for (const route of Object.keys(SCREENS)) {
  const screens = ALL_SCREENS.filter((screen) => screen.route === route);
  test(`${route}, in forced colours`, async ({ page, office }) => {
    test.setTimeout(screens.length * SCREEN_TIMEOUT_MS);
    for (const { state, open } of screens) {
      await test.step(state, async () => {
        await resetPage(page, office);
        await setViewport(page, "light", 1280);
        await forceColours(page);
        await open({ page, office, t: TEXTS["en-US"] });
        const found: string[] = [];
        for (const scheme of SCHEMES) {
          await setViewport(page, scheme, 1280);
          await expect(page.locator("html")).toHaveAttribute("data-scheme", scheme);
          found.push(...(await findForcedColourIssues(page)).map((one) => `${scheme}: ${one}`));
        }
        const cells = SCHEMES.length;
        reportFindings(test.info(), "Forced colours", `${route}, ${state}`, { cells, found });
      });
    }
  });
}
