import { expect, test } from "./fixtures.ts";
import { resetPage } from "./lib/resetPage.ts";
import { findObscuredFocus, setViewport, collectA11yIssues, applyLook } from "./lib/a11yIssues.ts";
import { TEXTS } from "./lib/texts.ts";
import { SLICE } from "./screens/slice.ts";
import { STATES } from "./screens/stage.ts";
import { ALL_SCREENS } from "./screens/table.ts";

/** Screens that one page shows one after another; a page of its own costs as much as four. */
const A_TEST = 13;
const A_SCREEN_MS = 15_000;

test("the slice of the grid has every route, and every two values meet in it", () => {
  const routes = new Set(SLICE.map(({ screen }) => screen.route));
  expect(routes).toEqual(new Set(ALL_SCREENS.map(({ route }) => route)));
  const values = SLICE.filter(({ screen }) => STATES.some((one) => one === screen.state)).map(
    ({ screen: { state }, look: { locale, scheme, width } }) => [state, locale, scheme, width],
  );
  const pairs = values.flatMap((row) =>
    row.flatMap((one, at) => row.slice(at + 1).map((other) => `${one} ${other}`)),
  );
  // Four states with two values each of three kinds, and those kinds with one another.
  expect(new Set(pairs).size).toBe(4 * 6 + 3 * 4);
});

for (const locale of ["ru-RU", "en-US"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test.beforeEach(({ watched }) => watched.expectFailedRequests());

    const mine = SLICE.filter(({ look }) => look.locale === locale);
    for (let from = 0; from < mine.length; from += A_TEST) {
      const tour = mine.slice(from, from + A_TEST);
      const ends = [tour[0], tour.at(-1)].map(
        (end) => end && `${end.screen.route}, ${end.screen.state}`,
      );
      test(`nothing is found: ${ends.join(" … ")}`, async ({ page, office }) => {
        test.setTimeout(tour.length * A_SCREEN_MS);
        for (const { screen, look } of tour) {
          await test.step(`${screen.route}, ${screen.state}`, async () => {
            await resetPage(page, office);
            // The ways to a state are those of a desk: on a phone the rows they want may not be drawn.
            await setViewport(page, look.scheme, 1280);
            await screen.open({ page, office, t: TEXTS[locale] });
            await applyLook(page, look.scheme, look.width);
            if (screen.at !== undefined) expect(new URL(page.url()).pathname).toBe(screen.at);
            const found = await collectA11yIssues(page);
            expect(found.join("\n")).toBe("");
            if (look.width === 320) expect(await findObscuredFocus(page)).toEqual([]);
          });
        }
      });
    }
  });
}
