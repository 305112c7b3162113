// Viewers poll the same lists. So that any number of them costs the provider no more than one,
// each accepts a response made for another, and polls again when its data is `everyMs` old by the
// response's `Age`. Viewers with the same interval thus poll at the same moment, share one new
// response, and see nothing older than each would alone.

/** The shortest time between two polls, in milliseconds: a slow provider's response arrives old. */
const MIN_DELAY_MS = 1_000;

/**
 * Seconds for `maxAge` of a viewer who polls every `everyMs` milliseconds. One less than that:
 * timers and networks are not exact, and its own last response must never pass for a new one.
 */
export function acceptedAge(everyMs: number): number {
  return Math.max(0, Math.floor(everyMs / 1000) - 1);
}

/** Milliseconds from now to the next poll of a viewer whose oldest data is `ageMs` old. */
export function nextPollDelay(everyMs: number, ageMs: number): number {
  return Math.max(MIN_DELAY_MS, everyMs - ageMs);
}
