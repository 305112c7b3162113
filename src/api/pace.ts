// Whoever watches asks for the same lists again and again. So that any number of viewers cost
// the provider what one costs, each accepts another's answer, and polls again when what it has
// is `everyMs` old by the age that came with it. All who poll as often then poll at one moment,
// share one new answer, and see nothing older than each would alone.

/** Two polls are never closer than this, in milliseconds: a slow provider's answer comes old. */
const SOONEST_MS = 1_000;

/**
 * Seconds for `maxAge` of a viewer who polls every `everyMs` milliseconds. One less than that:
 * timers and lines are not exact, and its own last answer must never pass for a new one.
 */
export function acceptedAge(everyMs: number): number {
  return Math.max(0, Math.floor(everyMs / 1000) - 1);
}

/** Milliseconds from now to the next look of a viewer whose oldest data is `ageMs` old. */
export function nextPollDelay(everyMs: number, ageMs: number): number {
  return Math.max(SOONEST_MS, everyMs - ageMs);
}
