import * as z from "zod/mini";
import { id, idParams, sequenceRule, timeoutSeconds } from "./fields.ts";
import { operation } from "./operation.ts";
import { scenarioPhone } from "./sipScenarios.ts";

/**
 * A scenario as it was last saved through Pult. The first one of an account is created without
 * saying whether its voicemail is on, perhaps also without a rule.
 */
export const rememberedScenario = z.object({
  name: z.string(),
  sequence_rule: z.optional(sequenceRule),
  sip_timeout: timeoutSeconds,
  phones: z.array(scenarioPhone),
  voicemail: z.optional(z.boolean()),
  voicemail_media_id: z.optional(id),
});
export type ScenarioValues = z.output<typeof rememberedScenario>;

/** When it was saved, and by whom. */
export const saved = {
  /** ISO 8601, in UTC. */
  at: z.string(),
  /** `anonymous` where Pult asks nobody to sign in. */
  actor: z.string(),
  /** Of the journal. */
  entry: z.int(),
  /** False while a later write has an unknown outcome: then it must not be shown as current. */
  certain: z.boolean(),
};

const scenarioItem = z.object({ id, values: rememberedScenario, ...saved });
export type RememberedScenario = z.output<typeof scenarioItem>;

/** The scenarios of one account as far as they were saved through Pult, by their ids. */
export const listRememberedScenarios = operation({
  name: "listRememberedScenarios",
  own: true,
  method: "GET",
  path: "/remembered/sip/{id}",
  access: "support",
  summary: "Scenarios of a SIP account as last saved through Pult",
  source: "Pult",
  params: idParams,
  response: z.object({ items: z.array(scenarioItem) }),
  rows: "items",
});
