import type { OperationName } from "#api/operations.ts";
import { expect, test } from "../fixtures.ts";
import { noteRequests } from "../lib/grid/looks.ts";
import { NOWHERE, runOperation } from "../lib/grid/run.ts";
import { entryOf, GRID, troublesOf } from "../lib/grid/table.ts";
import { TEXTS } from "../lib/texts.ts";

/** What screens use. */
const NAMES = (Object.keys(GRID) as OperationName[]).filter((name) => GRID[name].kind !== "unused");
/** Operations of one test. */
const IN_ONE = 8;
/** What waits for ever would take the time of all cells after it. */
const AN_ACT_MS = 20_000;
const LOCALES = ["en-US", "ru-RU"] as const;

/** Every operation is met in both languages, and every trouble of it in one. */
for (const [parity, locale] of LOCALES.entries()) {
  test.describe(() => {
    test.use({ locale });

    for (const [part, some] of chunks(NAMES, IN_ONE).entries()) {
      test(`every fault of ${some.length} operations, ${locale}, part ${part + 1}`, async ({
        page,
        office,
        watched,
        clock,
      }) => {
        test.setTimeout(900_000);
        watched.expectFailedRequests();
        page.setDefaultTimeout(AN_ACT_MS);
        await noteRequests(page);
        await page.goto(NOWHERE);
        const broken: string[] = [];
        for (const name of some) {
          const actor = { name, entry: entryOf(name), stage: { page, t: TEXTS[locale] }, office };
          const turn = NAMES.indexOf(name) + parity;
          const mine = troublesOf(name).filter((_, index) => (index + turn) % LOCALES.length === 0);
          broken.push(...(await runOperation(actor, clock, mine)));
        }
        expect(broken.join("\n\n")).toBe("");
      });
    }
  });
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts = Math.ceil(all.length / size);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}
