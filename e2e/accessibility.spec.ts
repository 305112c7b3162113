import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { resetPage } from "./lib/resetPage.ts";
import {
  findObscuredFocus,
  setViewport,
  collectA11yIssues,
  changeViewport,
} from "./lib/a11yIssues.ts";
import { TEXTS } from "./lib/texts.ts";
import { SCANNED_BY, SLICE } from "./screens/sample.ts";
import { STATES } from "./screens/routeScreens.ts";
import { ALL_SCREENS } from "./screens/allScreens.ts";

/** Screens per test, on one page: opening a new page costs as much as four screens. */
const SCREENS_PER_TEST = 8;
const SCREEN_TIMEOUT_MS = 15_000;

test("the sample of the accessibility grid covers every route and every pair of values", () => {
  for (const name of new Set(Object.values(SCANNED_BY))) {
    expect([name, readFileSync(`e2e/${name}.spec.ts`, "utf8")]).toEqual([
      name,
      expect.stringContaining("await scan()"),
    ]);
  }
  const routes = new Set([...SLICE.map(({ screen }) => screen.route), ...Object.keys(SCANNED_BY)]);
  expect(routes).toEqual(new Set(ALL_SCREENS.map(({ route }) => route)));
  const values = SLICE.filter(({ screen }) => STATES.some((state) => state === screen.state)).map(
    ({ screen: { state }, variant: { locale, scheme, width } }) => [state, locale, scheme, width],
  );
  const pairs = values.flatMap((row) =>
    row.flatMap((state, at) => row.slice(at + 1).map((other) => `${state} ${other}`)),
  );
  // Pairs of the four states with the six values, and pairs of values of different kinds.
  expect(new Set(pairs).size).toBe(4 * 6 + 3 * 4);
});

for (const locale of ["ru-RU", "en-US"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test.beforeEach(({ monitor }) => monitor.expectFailedRequests());

    const variants = SLICE.filter(({ variant }) => variant.locale === locale);
    for (let from = 0; from < variants.length; from += SCREENS_PER_TEST) {
      const screens = variants.slice(from, from + SCREENS_PER_TEST);
      const ends = [screens[0], screens.at(-1)].map(
        (end) => end && `${end.screen.route}, ${end.screen.state}`,
      );
      test(`no accessibility or layout issues: ${ends.join(" … ")}`, async ({ page, office }) => {
        test.setTimeout(screens.length * SCREEN_TIMEOUT_MS);
        for (const { screen, variant } of screens) {
          await test.step(`${screen.route}, ${screen.state}`, async () => {
            await resetPage(page, office);
            // Screens are opened at desktop width: on a phone the rows they click may not be rendered.
            await setViewport(page, variant.scheme, 1280);
            await screen.open({ page, office, t: TEXTS[locale] });
            await changeViewport(page, variant.scheme, variant.width);
            if (screen.at !== undefined) expect(new URL(page.url()).pathname).toBe(screen.at);
            const found = await collectA11yIssues(page);
            expect(found.join("\n")).toBe("");
            if (variant.width === 320) expect(await findObscuredFocus(page)).toEqual([]);
          });
        }
      });
    }
  });
}
