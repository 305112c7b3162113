import * as z from "zod/mini";
import { fillScenario, toScenarioBody } from "#api/fillScenario.ts";
import type { RememberedScenario } from "#api/remembered.ts";
import { replaceScenario, type SipScenario } from "#api/sipScenarios.ts";
import type { ScenarioBody } from "./mutations.ts";

/** The request that saves a scenario whole, with all its phones. */
export type WholeBody = ScenarioBody & { phones: NonNullable<ScenarioBody["phones"]> };

/** The request that saves a scenario as it is; undefined where not all of it is known (trap 7). */
export function wholeBody(
  scenario: SipScenario,
  memory: RememberedScenario | undefined,
): WholeBody | undefined {
  const known = toScenarioBody(fillScenario(scenario, memory));
  const parsed = z.safeParse(replaceScenario.body, known);
  if (!parsed.success || known.phones === undefined) return undefined;
  return { ...parsed.data, phones: known.phones };
}
