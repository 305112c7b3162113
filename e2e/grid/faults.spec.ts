import type { OperationName } from "#api/operations.ts";
import { expect, test } from "../fixtures.ts";
import { noteRequests } from "../lib/grid/requestLog.ts";
import { NOWHERE, runOperation } from "../lib/grid/run.ts";
import { entryOf, GRID, troublesOf } from "../lib/grid/table.ts";
import { TEXTS } from "../lib/texts.ts";

/** What screens use. */
const NAMES = (Object.keys(GRID) as OperationName[]).filter((name) => GRID[name].kind !== "unused");
/** What waits for ever would take the time of all cells after it. */
const AN_ACT_MS = 20_000;
const LOCALES = ["en-US", "ru-RU"] as const;

/** Every operation is met in both languages, and every trouble of it in one. */
for (const [parity, locale] of LOCALES.entries()) {
  test.describe(() => {
    test.use({ locale });

    for (const [place, name] of NAMES.entries()) {
      const mine = troublesOf(name).filter(
        (_, index) => (index + place + parity) % LOCALES.length === 0,
      );
      test(`${name}, ${mine.length} faults, ${locale}`, async ({
        page,
        office,
        watched,
        clock,
      }) => {
        test.setTimeout(600_000);
        watched.expectFailedRequests();
        page.setDefaultTimeout(AN_ACT_MS);
        await noteRequests(page);
        await page.goto(NOWHERE);
        const actor = { name, entry: entryOf(name), stage: { page, t: TEXTS[locale] }, office };
        const broken = await runOperation(actor, clock, mine);
        expect(broken.join("\n\n")).toBe("");
      });
    }
  });
}
