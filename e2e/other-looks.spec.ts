import { expect, test } from "./fixtures.ts";
import { startAnew } from "./lib/anew.ts";
import { dress, show, unfit } from "./lib/judge.ts";
import { pseudoTexts, speakPseudo } from "./lib/pseudo.ts";
import { sipAccount } from "./screens/account.ts";
import { status } from "./screens/status.ts";

// All screens: `npm run a11y`.

test("texts 40 % longer fit a desk and a phone", async ({ page, office }) => {
  await speakPseudo(page);
  const stage = { page, office, t: pseudoTexts("en-US") };
  for (const { full } of [sipAccount, status]) {
    if ("never" in full) continue;
    await startAnew(page, office);
    await dress(page, "light", 1280);
    await full(stage);
    expect(await unfit(page)).toEqual([]);
    await show(page, "light", 320);
    expect(await unfit(page)).toEqual([]);
  }
});
