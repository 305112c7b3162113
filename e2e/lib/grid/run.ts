import { expect, test } from "@playwright/test";
import type { Clock } from "../clock.ts";
import { type FaultCase, navigateAway, expectSaid, sayingOf, titleOf } from "./cell.ts";
import type { Trouble } from "./cells.ts";
import { forgetRequests } from "./requestLog.ts";
import { failLate } from "./late.ts";
import { runFaultCase } from "./runFaultCase.ts";

/** Longer than the app remembers what nobody looks at. */
const FORGOTTEN_S = 11 * 60;
/** An address of the app at which nothing of the provider is asked for. */
export const NOWHERE = "/nowhere";

const cellName = (actor: FaultCase, trouble: Trouble) => `${titleOf(actor)} × ${trouble.name}`;

/**
 * Lets an operation meet troubles, one after another on one page. Each cell is a step of the test
 * with its name; gives what does not hold.
 */
export async function runOperation(
  actor: FaultCase,
  clock: Clock,
  troubles: readonly Trouble[],
): Promise<string[]> {
  const broken: string[] = [];
  for (const trouble of troubles) {
    const words = await cell(actor, trouble, async () => {
      await resetCase(actor, clock);
      await runFaultCase(actor, trouble, clock);
      await expectSaid(actor, sayingOf(actor, trouble), 0);
      if (actor.entry.kind === "read" || trouble.name !== "hang") return;
      await resetCase(actor, clock);
      await failLate(actor, trouble, clock);
    });
    if (words === undefined) continue;
    broken.push(words);
    await actor.stage.page.context().setOffline(false);
    await actor.stage.page.goto(NOWHERE);
  }
  return broken;
}

/** A step of the test; gives what does not hold in it. */
async function cell(
  actor: FaultCase,
  trouble: Trouble,
  act: () => Promise<unknown>,
): Promise<string | undefined> {
  const name = cellName(actor, trouble);
  try {
    await test.step(name, act);
    return undefined;
  } catch (error) {
    return `${name}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A new office, and a page that remembers nothing of the one before. */
async function resetCase({ stage, office }: FaultCase, clock: Clock): Promise<void> {
  // What the mouse rests on, like a toast, stays.
  await stage.page.mouse.move(0, 0);
  await navigateAway(stage, NOWHERE);
  await expect(stage.page.getByRole("heading", { level: 1 })).toHaveText(stage.t("missing.title"));
  // A form that goes away keeps what it has typed.
  await stage.page.evaluate(() => sessionStorage.clear());
  await clock.skip(FORGOTTEN_S);
  await clock.settle();
  await office.reset();
  await forgetRequests(stage.page);
}
