import { ProxyError } from "#proxy/proxyError.ts";

/** Tries of one name that cost no wait. */
const FREE_TRIES = 3;
/** Seconds: what the wait grows to; it never becomes a lock, by which anybody could shut anybody out. */
const MAX_WAIT_S = 60;
/** As many names as are remembered. */
const MAX_NAMES = 10_000;

export interface SignInDelay {
  /** Throws `ProxyError` (429, with `Retry-After`) while the name has to wait. */
  check: (name: string) => void;
  failed: (name: string) => void;
  succeeded: (name: string) => void;
}

/**
 * Slows down guessing: each wrong password of a login name doubles the wait before its next try,
 * from one second. Forgotten with the process. `now` is in milliseconds.
 */
export function createSignInDelay(now: () => number): SignInDelay {
  const names = new Map<string, { failures: number; nextAt: number }>();
  return {
    check: (name) => {
      const waitMs = (names.get(keyOf(name))?.nextAt ?? 0) - now();
      if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000));
    },
    failed: (name) => {
      const key = keyOf(name);
      const failures = (names.get(key)?.failures ?? 0) + 1;
      const waitS = failures < FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES), MAX_WAIT_S);
      // Moves it to the end: the map is in order of the last try.
      names.delete(key);
      names.set(key, { failures, nextAt: now() + waitS * 1000 });
      const [oldest] = names.keys();
      if (names.size > MAX_NAMES && oldest !== undefined) names.delete(oldest);
    },
    succeeded: (name) => void names.delete(keyOf(name)),
  };
}

const keyOf = (name: string) => name.trim().toLowerCase().slice(0, 100);

/** 429: the person may try again after so many seconds. */
export function tooMany(seconds: number, message = "Too many tries: wait."): ProxyError {
  return new ProxyError("too-many-calls", message, { headers: { "retry-after": String(seconds) } });
}
