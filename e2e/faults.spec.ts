import { expect, test } from "./fixtures.ts";
import { recordRequests } from "./lib/grid/requestLog.ts";
import { MISSING_PAGE, runFaultCases } from "./lib/grid/runFaultCases.ts";
import { SAMPLES } from "./lib/grid/samples.ts";
import { getEntry } from "./lib/grid/entries.ts";
import { TEXTS } from "./lib/texts.ts";

const TEST_TIMEOUT_MS = 240_000;
/** Limits each action, so that a stuck one does not use up the time of the other cases. */
const ACTION_TIMEOUT_MS = 20_000;

/** A sample of the fault grid; `npm run faults` runs all of it. */
for (const locale of ["en-US", "ru-RU"] as const) {
  test.describe(() => {
    test.use({ locale });

    test(`each kind of fault is handled by a read or a write, ${locale}`, async ({
      page,
      office,
      monitor,
      clock,
    }) => {
      test.setTimeout(TEST_TIMEOUT_MS);
      monitor.expectFailedRequests();
      page.setDefaultTimeout(ACTION_TIMEOUT_MS);
      await recordRequests(page);
      await page.goto(MISSING_PAGE);
      const failures: string[] = [];
      for (const { name, condition } of SAMPLES.filter((one) => one.locale === locale)) {
        const faultCase = {
          name,
          entry: getEntry(name),
          context: { page, t: TEXTS[locale] },
          clock,
          office,
        };
        failures.push(...(await runFaultCases(faultCase, [condition])));
      }
      expect(failures.join("\n\n")).toBe("");
    });
  });
}
