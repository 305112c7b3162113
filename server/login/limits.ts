import type { ProxyContext } from "#proxy/env.ts";
import { tooMany } from "./signInDelay.ts";

/** What one user may have under way, and may do in a span of time. */
export const MAX_CALLS = 16;
const WRITES = { count: 60, spanMs: 60_000 };
const REVEALS = { count: 30, spanMs: 60 * 60_000 };

export interface UserLimits {
  /** Counts a call until its response has been sent. Throws `ProxyError` (429). */
  call: (c: ProxyContext, user: string) => void;
  write: (user: string) => void;
  reveal: (user: string) => void;
}

/** Keeps one user (or a stolen session) from taking all that the office has. `now` in ms. */
export function createUserLimits(now: () => number): UserLimits {
  const calls = new Map<string, number>();
  const write = createSpanLimit(WRITES, now);
  const reveal = createSpanLimit(REVEALS, now);
  return {
    call: (c, user) => {
      // Of a client that has gone already nothing would tell the end.
      if (c.env.outgoing.closed || c.env.outgoing.destroyed) return;
      const count = calls.get(user) ?? 0;
      if (count >= MAX_CALLS) throw tooMany(1, `At most ${MAX_CALLS} calls at a time.`);
      calls.set(user, count + 1);
      c.env.outgoing.once("close", () => {
        const left = (calls.get(user) ?? 1) - 1;
        if (left > 0) calls.set(user, left);
        else calls.delete(user);
      });
    },
    write,
    reveal,
  };
}

/** As many users or addresses as are remembered. */
const MAX_KEYS = 10_000;

/** At most `count` times in any `spanMs` milliseconds. Throws `ProxyError` (429). */
export function createSpanLimit(
  { count, spanMs }: { count: number; spanMs: number },
  now: () => number,
): (user: string) => void {
  const moments = new Map<string, number[]>();
  return (user) => {
    const recent = (moments.get(user) ?? []).filter((at) => now() - at < spanMs);
    if (moments.size > MAX_KEYS) moments.clear();
    const [first] = recent;
    if (first !== undefined && recent.length >= count) {
      throw tooMany(Math.ceil((first + spanMs - now()) / 1000), `At most ${count} in a while.`);
    }
    moments.set(user, [...recent, now()]);
  };
}
