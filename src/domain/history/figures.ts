import type { Span } from "./spans.ts";
import { workingTime } from "./workingHours.ts";

/** What a history comes to; times in milliseconds. */
export interface Figures {
  online: number;
  offline: number;
  unknown: number;
  /** How often it went offline, also where the moment itself was not seen. */
  drops: number;
  /** The longest known time offline; 0 where it never was. */
  longest: number;
  /** All working time, whatever is known of it. */
  working: number;
  /** The share online of the working time of which something is known; undefined where none is. */
  share: number | undefined;
}

export function toFigures(spans: readonly Span[]): Figures {
  const total = { online: 0, offline: 0, unknown: 0 };
  const working = { online: 0, offline: 0, unknown: 0 };
  let [drops, longest] = [0, 0];
  let lastKnown: Span["state"] | undefined;
  for (const { from, to, state } of spans) {
    total[state] += to - from;
    working[state] += workingTime(from, to);
    if (state === "unknown") continue;
    if (state === "offline") longest = Math.max(longest, to - from);
    if (state === "offline" && lastKnown === "online") drops += 1;
    lastKnown = state;
  }
  const workingKnown = working.online + working.offline;
  return {
    ...total,
    drops,
    longest,
    working: workingKnown + working.unknown,
    share: workingKnown === 0 ? undefined : working.online / workingKnown,
  };
}
