import type { OperationName } from "#api/operations.ts";
import { expect, test } from "../fixtures.ts";
import { noteRequests } from "../lib/grid/looks.ts";
import { NOWHERE, runOperation } from "../lib/grid/run.ts";
import { entryOf, GRID } from "../lib/grid/table.ts";
import { TEXTS } from "../lib/texts.ts";

/** What screens use. */
const NAMES = (Object.keys(GRID) as OperationName[]).filter((name) => GRID[name].kind !== "unused");
/** Operations of one test. */
const IN_ONE = 6;
const LOCALES = ["en-US", "ru-RU"] as const;

/** Every second operation is met in Russian. */
for (const [parity, locale] of LOCALES.entries()) {
  const names = NAMES.filter((_, index) => index % LOCALES.length === parity);
  test.describe(() => {
    test.use({ locale });

    for (const [part, some] of chunks(names, IN_ONE).entries()) {
      test(`every fault of ${some.length} operations, ${locale}, part ${part + 1}`, async ({
        page,
        office,
        watched,
        clock,
      }) => {
        test.setTimeout(480_000);
        watched.expectFailedRequests();
        await noteRequests(page);
        await page.goto(NOWHERE);
        const broken: string[] = [];
        for (const name of some) {
          const actor = { name, entry: entryOf(name), stage: { page, t: TEXTS[locale] }, office };
          broken.push(...(await runOperation(actor, clock)));
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
