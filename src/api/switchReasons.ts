/**
 * Why a switch ended with nothing changed back:
 * - `changed`: somebody has set something else since
 * - `already`: it was already as it was to become
 * - `gone`: the account, the number or the scenario to go back to no longer exists
 * - `refused`: the provider did not accept it
 * - `unreachable`: the provider could not be reached for too long
 * - `unknown`: it was sent, and nobody knows whether it was done
 */
export const SWITCH_REASONS = [
  "changed",
  "already",
  "gone",
  "refused",
  "unreachable",
  "unknown",
] as const;
export type SwitchReason = (typeof SWITCH_REASONS)[number];
