import { expect, test } from "./fixtures.ts";
import { startAnew } from "./lib/anew.ts";
import { SCENARIO_SCREENS } from "./lib/scenarioScreens.ts";
import { sideways } from "./lib/screen.ts";
import { SCREENS, type Stage } from "./lib/screens.ts";
import { STATUS_SCREENS } from "./lib/statusScreens.ts";
import { TEXTS } from "./lib/texts.ts";

/** Screens that one test visits one after another. */
const A_TEST = 9;

type Screen = readonly [name: string, open: (stage: Stage) => Promise<void>];

const TOURS = [SCREENS, SCENARIO_SCREENS, STATUS_SCREENS].flatMap((screens) => {
  const all: readonly Screen[] = Object.entries(screens);
  const starts = all.map((_screen, at) => at).filter((at) => at % A_TEST === 0);
  return starts.map((at) => all.slice(at, at + A_TEST));
});
/** The language of the longer words; that none is missing in either, unit tests hold. */
const locale = "ru-RU";
/** Screens whose layout on a phone is their own. */
const ON_PHONE = new Set([
  "the list",
  "the list, stale",
  "an account",
  "the form of a new account, with mistakes",
  "the question before deleting",
  "the sandbox's controls",
  "the scenarios",
  "the scenarios, one just activated",
  "the question before deleting a scenario",
  "the form of a new scenario",
  "the form of a new scenario, with mistakes",
  "the form of a scenario, with marks and mistakes",
  "the form of a scenario, changed meanwhile",
  "the board",
  "the board, stale",
  "the board, in part",
  "the details of who dropped",
  "the last changes",
  "the alerts, refused",
  "the wall",
]);

test.beforeEach(({ watched }) => watched.expectFailedRequests());

test.use({ locale });

for (const tour of TOURS) {
  const ends = [tour[0]?.[0], tour.at(-1)?.[0]];
  test(`axe finds nothing: ${ends.join(" … ")}`, async ({ page, office, scan }) => {
    test.setTimeout(tour.length * 20_000);
    for (const [name, open] of tour) {
      await test.step(name, async () => {
        await startAnew(page, office);
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.emulateMedia({ colorScheme: "light" });
        await open({ page, office, t: TEXTS[locale] });
        await scan();
        await page.emulateMedia({ colorScheme: "dark" });
        await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
        await scan("colours");
        for (const width of [1920, ...(ON_PHONE.has(name) ? [360] : [])]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await sideways(page), `no sideways scrolling at ${width}`).toBe(0);
        }
        if (ON_PHONE.has(name)) await scan();
      });
    }
  });
}
