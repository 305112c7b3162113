import type { OperationName } from "#api/operations.ts";
import { expect, test } from "../fixtures.ts";
import type { FaultCondition } from "../lib/grid/conditions.ts";
import { recordRequests } from "../lib/grid/requestLog.ts";
import { MISSING_PAGE, runFaultCases } from "../lib/grid/runFaultCases.ts";
import { getEntry, GRID, conditionsFor } from "../lib/grid/entries.ts";
import { TEXTS } from "../lib/texts.ts";

/** The operations that screens use. */
const NAMES = (Object.keys(GRID) as OperationName[]).filter((name) => GRID[name].kind !== "unused");
/** Limits each action, so that a stuck one does not use up the time of the other cases. */
const ACTION_TIMEOUT_MS = 20_000;
const LOCALES = ["en-US", "ru-RU"] as const;

/** Cells to run, as `operation condition,…`; all when it is not set. */
const CELLS = process.env.FAULT_CELLS?.split(",");
const isWanted = (name: OperationName, condition: FaultCondition) =>
  CELLS === undefined || CELLS.includes(`${name} ${condition.name}`);

/** Every operation is tested in both languages, and each of its conditions in one of them. */
for (const [parity, locale] of LOCALES.entries()) {
  test.describe(() => {
    test.use({ locale });

    for (const [operationIndex, name] of NAMES.entries()) {
      const conditions = conditionsFor(name).filter(
        (condition, index) =>
          (index + operationIndex + parity) % LOCALES.length === 0 && isWanted(name, condition),
      );
      if (conditions.length === 0) continue;
      test(`${name}, ${conditions.length} faults, ${locale}`, async ({
        page,
        office,
        monitor,
        clock,
      }) => {
        test.setTimeout(600_000);
        monitor.expectFailedRequests();
        page.setDefaultTimeout(ACTION_TIMEOUT_MS);
        await recordRequests(page);
        await page.goto(MISSING_PAGE);
        const faultCase = {
          name,
          entry: getEntry(name),
          context: { page, t: TEXTS[locale] },
          clock,
          office,
        };
        const failures = await runFaultCases(faultCase, conditions);
        expect(failures.join("\n\n")).toBe("");
      });
    }
  });
}
