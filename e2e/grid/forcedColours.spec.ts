import { expect, test } from "../fixtures.ts";
import { resetPage } from "../lib/resetPage.ts";
import { setViewport, findForcedColourIssues, forceColours, SCHEMES } from "../lib/a11yIssues.ts";
import { TEXTS } from "../lib/texts.ts";
import { ALL_SCREENS, SCREENS } from "../screens/table.ts";
import { report } from "./reporter.ts";

const A_SCREEN_MS = 30_000;

test.beforeEach(({ watched }) => watched.expectFailedRequests());

for (const route of Object.keys(SCREENS)) {
  const screens = ALL_SCREENS.filter((screen) => screen.route === route);
  test(`${route}, in the colours of the system`, async ({ page, office }) => {
    test.setTimeout(screens.length * A_SCREEN_MS);
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
        report(test.info(), "Forced colours", `${route}, ${state}`, { cells, found });
      });
    }
  });
}
