import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures.ts";
import { CountingHand } from "../lib/countingHand.ts";
import { EFFORTS, effortTable } from "../lib/everydayEfforts.ts";
import { EVERYDAY_TASKS } from "../lib/everydayTasks.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

for (const { name, run } of EVERYDAY_TASKS) {
  test(name, async ({ page, office }) => {
    const hand = new CountingHand(page);
    await hand.start();
    await run({ hand, page, office });
    const { clicks, fields, screens } = hand.effort();
    process.stdout.write(`${name}: ${clicks} clicks, ${fields} fields, ${screens} screens\n`);
    const limit = EFFORTS[name]?.after ?? [0, 0, 0];
    expect.soft(clicks, "clicks").toBeLessThanOrEqual(limit[0]);
    expect.soft(fields, "fields").toBeLessThanOrEqual(limit[1]);
    expect.soft(screens, "screens").toBeLessThanOrEqual(limit[2]);
  });
}

test("docs/everyday-tasks.md has the table of the 25 tasks", async () => {
  expect(EVERYDAY_TASKS.map(({ name }) => name)).toEqual(Object.keys(EFFORTS));
  expect(EVERYDAY_TASKS).toHaveLength(25);
  process.stdout.write(`${effortTable()}\n`);
  expect(await readFile("docs/everyday-tasks.md", "utf8")).toContain(effortTable());
});
