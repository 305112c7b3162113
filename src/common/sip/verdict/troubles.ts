import type { SipScenario } from "#api/sipScenarios.ts";
import type { SipState } from "../rows.ts";
import { planOf } from "../timeline.ts";
import { isPhoneSilent } from "../timelineText.ts";

/** What keeps a scenario from ringing the desk phone. */
export type RingTrouble = "none" | "silent" | "phoneSilent";
/** What keeps calls from a phone, the first to be mended first. */
export type Trouble = "creating" | RingTrouble | "offline";

type Active = Pick<SipScenario, "endpoints"> | null | undefined;

/**
 * What is wrong with what an account's calls do: no scenario is active (null), the active one rings
 * nothing, or it rings others but not the account's own phone. Undefined: nothing, or not known.
 */
export function ringTroubleOf(active: Active): RingTrouble | undefined {
  if (active === undefined) return undefined;
  if (active === null) return "none";
  if (active.endpoints.every(({ timeout }) => timeout === 0)) return "silent";
  return isPhoneSilent(planOf(active)) ? "phoneSilent" : undefined;
}

/** All that keeps calls from an account's phone, by its state and its active scenario. */
export function troublesOf(state: SipState, active: Active): Trouble[] {
  const ring = ringTroubleOf(active);
  return [
    ...(state === "creating" ? (["creating"] as const) : []),
    ...(ring === undefined ? [] : [ring]),
    ...(state === "offline" ? (["offline"] as const) : []),
  ];
}
