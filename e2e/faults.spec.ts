import { expect, test } from "./fixtures.ts";
import { noteRequests } from "./lib/grid/requestLog.ts";
import { NOWHERE, runOperation } from "./lib/grid/run.ts";
import { SAMPLES } from "./lib/grid/slice.ts";
import { entryOf } from "./lib/grid/table.ts";
import { TEXTS } from "./lib/texts.ts";

const MANY_CELLS_MS = 240_000;
/** What waits for ever would take the time of all cells after it. */
const AN_ACT_MS = 20_000;

/** A slice of the fault grid; the whole of it is `npm run faults`. */
for (const locale of ["en-US", "ru-RU"] as const) {
  test.describe(() => {
    test.use({ locale });

    test(`every fault with a read or a write, ${locale}`, async ({
      page,
      office,
      watched,
      clock,
    }) => {
      test.setTimeout(MANY_CELLS_MS);
      watched.expectFailedRequests();
      page.setDefaultTimeout(AN_ACT_MS);
      await noteRequests(page);
      await page.goto(NOWHERE);
      const broken: string[] = [];
      for (const { name, trouble } of SAMPLES.filter((one) => one.locale === locale)) {
        const actor = { name, entry: entryOf(name), stage: { page, t: TEXTS[locale] }, office };
        broken.push(...(await runOperation(actor, clock, [trouble])));
      }
      expect(broken.join("\n\n")).toBe("");
    });
  });
}
