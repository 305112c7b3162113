import type { RememberedScenario, ScenarioValues } from "./remembered.ts";
import { readRule, type SipScenario } from "./sipScenarios.ts";

/** What the provider returns of a scenario, besides which one is active. */
export type ShownScenario = Omit<SipScenario, "id" | "active">;

/**
 * Whether everything that the provider returns of a scenario is as it was saved: name, types,
 * timeouts and order, and what it does not return today (trap 7) if it ever does.
 */
export function agrees(shown: ShownScenario, saved: ScenarioValues): boolean {
  const { endpoints, voicemail, voicemail_media_id: media } = shown;
  const steps = endpoints.filter(({ type }) => type !== "sip");
  const sip = endpoints.filter(({ type }) => type === "sip");
  return (
    shown.name.trim() === saved.name.trim() &&
    sip.length === 1 &&
    sip[0]?.timeout === saved.sip_timeout &&
    steps.length === saved.phones.length &&
    steps.every(({ type, timeout, number }, index) => {
      const phone = saved.phones[index];
      const isSameNumber = isEmpty(number) || digitsOf(number) === phone?.number;
      return type === "mob" && timeout === phone?.timeout && isSameNumber;
    }) &&
    isUnsaidOr(shown.sequence_rule, saved.sequence_rule, readRule(shown.sequence_rule)) &&
    isUnsaidOr(voicemail, saved.voicemail) &&
    isUnsaidOr(media, savedGreeting(saved))
  );
}

/** Whether one of the two says nothing, or both say the same. */
function isUnsaidOr(shown: unknown, saved: unknown, read = shown): boolean {
  return shown === undefined || saved === undefined || read === saved;
}

/**
 * The greeting was part of what was saved wherever the voicemail was; null is the standard one.
 */
function savedGreeting({ voicemail, voicemail_media_id: media }: ScenarioValues) {
  return voicemail === undefined ? undefined : (media ?? null);
}

const isEmpty = (number: string | undefined) => number === undefined || number.trim() === "";
const digitsOf = (number = "") => number.replaceAll(/\D/g, "");

/** Whether a remembered scenario may be shown as what is set now. */
export function isCurrent(shown: ShownScenario, item: RememberedScenario | undefined): boolean {
  return item !== undefined && item.certain && agrees(shown, item.values);
}

/**
 * The scenario with what the provider does not return filled in from what Pult remembers; the same
 * scenario where that is not current.
 */
export function fillScenario<T extends ShownScenario>(
  shown: T,
  item: RememberedScenario | undefined,
): T {
  if (item === undefined || !isCurrent(shown, item)) return shown;
  const { phones, sequence_rule, voicemail } = item.values;
  let place = 0;
  const endpoints = shown.endpoints.map((endpoint) => {
    if (endpoint.type === "sip") return endpoint;
    const { number } = phones[place++] ?? {};
    return isEmpty(endpoint.number) && number !== undefined ? { ...endpoint, number } : endpoint;
  });
  const filled: T = { ...shown, endpoints };
  filled.sequence_rule ??= sequence_rule;
  filled.voicemail ??= voicemail;
  // Null is a value too: the standard greeting.
  if (shown.voicemail_media_id === undefined)
    filled.voicemail_media_id = savedGreeting(item.values);
  return filled;
}

/** What is known of the request that would save a scenario as it is. */
export function toScenarioBody(scenario: ShownScenario): Partial<ScenarioValues> {
  const { name, endpoints, voicemail, voicemail_media_id: media } = scenario;
  const [sip, ...more] = endpoints.filter(({ type }) => type === "sip");
  const steps = endpoints.filter(({ type }) => type !== "sip");
  const isComplete = steps.every(({ type, number }) => type === "mob" && !isEmpty(number));
  const rule = readRule(scenario.sequence_rule);
  return {
    name,
    ...(rule === undefined ? {} : { sequence_rule: rule }),
    ...(sip === undefined || more.length > 0 ? {} : { sip_timeout: sip.timeout }),
    ...(isComplete
      ? { phones: steps.map(({ number, timeout }) => ({ number: digitsOf(number), timeout })) }
      : {}),
    ...(voicemail === undefined ? {} : { voicemail }),
    ...(media ? { voicemail_media_id: media } : {}),
  };
}
