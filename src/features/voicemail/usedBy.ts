import type { ListedSipAccount } from "#api/sip.ts";

/**
 * Whether a call to the account is known to end in voicemail. The provider documents neither the
 * setting nor such an endpoint for a scenario that it returns; where it tells, it is used.
 */
export function usesVoicemail({ active_sip_scenario: scenario }: ListedSipAccount): boolean {
  if (scenario === null || scenario === undefined) return false;
  if (scenario.voicemail !== undefined) return scenario.voicemail;
  return scenario.endpoints.some(({ type }) => /^voice_?mail$/i.test(type));
}
