import { loadSwitches } from "#common/switches/lazySwitches.ts";
import { lazyPart } from "#ui/lazyPart.tsx";

/** Comes after the cards, which do not wait for it. */
export const ScenarioTimer = lazyPart(
  async () => (await loadSwitches(import("./ScenarioTimer.tsx"))).ScenarioTimer,
  () => undefined,
);
