import type { SipScenario } from "#api/sipScenarios.ts";
import type { SipState } from "#domain/sip/rows.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { isPhoneSilent } from "../timelineText.ts";

/** What keeps a scenario from ringing the desk phone. */
export type RingProblem = "none" | "silent" | "phoneSilent";
/** What keeps calls from a phone, in the order in which to fix it. */
export type CallProblem = "creating" | RingProblem | "offline";

type Active = Pick<SipScenario, "endpoints"> | null | undefined;

/**
 * What is wrong with an account's active scenario: there is none (null), it rings nothing, or it
 * rings others but not the account's own phone. Undefined if nothing is wrong, or it is unknown
 * yet.
 */
export function findRingProblem(active: Active): RingProblem | undefined {
  if (active === undefined) return undefined;
  if (active === null) return "none";
  if (active.endpoints.every(({ timeout }) => timeout === 0)) return "silent";
  return isPhoneSilent(toCallPlan(active)) ? "phoneSilent" : undefined;
}

/** Everything that keeps calls from an account's phone, by its state and active scenario. */
export function findCallProblems(state: SipState, active: Active): CallProblem[] {
  const ring = findRingProblem(active);
  return [
    ...(state === "creating" ? (["creating"] as const) : []),
    ...(ring === undefined ? [] : [ring]),
    ...(state === "offline" ? (["offline"] as const) : []),
  ];
}
