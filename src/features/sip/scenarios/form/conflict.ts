import { readRule } from "#domain/sip/timeline.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import type { ScenarioBody } from "#domain/scenarios/mutations.ts";

/** What a PUT replaces, as far as the provider shows it. Which scenario is active is no part of it. */
type ComparedScenario = Omit<SipScenario, "id" | "active">;

/** Whether two readings of a scenario tell the same. */
export function isSameScenario(one: ComparedScenario, other: ComparedScenario): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(scenario: ComparedScenario): string {
  const { name, endpoints, sequence_rule: rule, voicemail, voicemail_media_id: media } = scenario;
  const steps = endpoints.map(({ type, timeout, number }) => [type, timeout, number]);
  return JSON.stringify([name.trim(), steps, readRule(rule) ?? rule, voicemail, media]);
}

/** Whether a scenario is what this request makes of it, as far as the provider shows it. */
export function isWrittenBy(scenario: ComparedScenario, body: ScenarioBody): boolean {
  const { endpoints, sequence_rule: rule, voicemail, voicemail_media_id: media } = scenario;
  const sip = { type: "sip", timeout: body.sip_timeout, number: undefined };
  const phones = (body.phones ?? []).map(({ number, timeout }, index) => ({
    type: "mob",
    timeout,
    number: endpoints[index + 1]?.number === undefined ? undefined : number,
  }));
  return isSameScenario(scenario, {
    name: body.name,
    endpoints: [sip, ...phones],
    sequence_rule: rule === undefined ? undefined : body.sequence_rule,
    voicemail: voicemail === undefined ? undefined : body.voicemail,
    // The standard greeting is shown as null where it is shown at all.
    voicemail_media_id: media === undefined ? undefined : (body.voicemail_media_id ?? null),
  });
}
