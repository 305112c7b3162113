import * as z from "zod/mini";
import { readBoolean, readId, readInt, readText, type sequenceRule } from "./fields.ts";

/**
 * One step of a scenario. Documented types are `sip` and `mob`; another one is kept as it is.
 * `number` is not documented: the provider does not return it today.
 */
const readEndpoint = z.object({
  type: readText,
  timeout: z._default(readInt, 0),
  number: z.optional(readText),
});
export const readEndpoints = z.pipe(
  z.nullish(z.array(readEndpoint)),
  z.transform((endpoints) => endpoints ?? []),
);

/** A scenario can't be read back whole: rule, phones and voicemail are not documented here. */
export const readScenario = z.object({
  id: readId,
  name: readText,
  active: readBoolean,
  endpoints: readEndpoints,
  sequence_rule: z.optional(readText),
  voicemail: z.optional(readBoolean),
  voicemail_media_id: z.nullish(readInt),
});
export type SipScenario = z.output<typeof readScenario>;
export type ScenarioEndpoint = SipScenario["endpoints"][number];

export type Rule = z.output<typeof sequenceRule>;

/** `Order` is the older name of `single`; any other rule is unknown. */
export function readRule(rule: string | undefined): Rule | undefined {
  if (rule === "single" || rule === "simultaneous") return rule;
  return rule === "Order" ? "single" : undefined;
}
