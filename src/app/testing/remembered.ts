import type { RememberedScenario, ScenarioValues } from "#api/remembered.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import type { accountAt } from "./sandbox.ts";

type Scenario = ReturnType<typeof accountAt>["scenarios"][number];

const BY_ANNA = { at: "2025-11-12T10:00:00.000Z", actor: "anna", entry: 7, certain: true };

/** A scenario of the sandbox as Pult remembers it, by default as it is. */
export function asRemembered(
  { id, name, rule, sipTimeout, phones, voicemail, mediaId }: Scenario,
  values: Partial<ScenarioValues> = {},
  more: Partial<RememberedScenario> = {},
): RememberedScenario {
  return {
    id,
    values: {
      name,
      sequence_rule: rule,
      sip_timeout: sipTimeout,
      phones,
      voicemail,
      ...(mediaId === undefined ? {} : { voicemail_media_id: mediaId }),
      ...values,
    },
    ...BY_ANNA,
    ...more,
  };
}

/** A forwarding as Pult remembers it. */
export const rememberForwarding = (
  values: RememberedForwarding["values"],
  more: Partial<RememberedForwarding> = {},
): RememberedForwarding => ({ values, ...BY_ANNA, ...more });
