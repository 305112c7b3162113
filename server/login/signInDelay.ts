import { ProxyError } from "#proxy/proxyError.ts";

/** Tries that cost no wait: of a name from one address, and of a name from all of them. */
const FREE_TRIES = { fromOne: 3, fromAll: 20 };
/** Milliseconds after which a try is forgotten. */
const FORGET_MS = 15 * 60_000;
/** Seconds that the wait grows to. */
const MAX_WAIT_S = 60;
/** As many names as are remembered. */
const MAX_KEYS = 10_000;

/** Whose password is being typed, and from where. */
export interface Attempt {
  name: string;
  address: string;
}

export interface SignInDelay {
  /**
   * Begins a try, which counts as wrong until `succeeded`: of many at once none is free. Throws
   * `ProxyError` (429, with `Retry-After`) while it has to wait.
   */
  begin: (attempt: Attempt) => void;
  succeeded: (attempt: Attempt) => void;
}

/**
 * Slows down guessing: each wrong password doubles the wait before the next try, from one second.
 * It counts by name and address, and loosely by name alone, so that nobody shuts somebody else out.
 * Forgotten with the process. `now` is in milliseconds.
 */
export function createSignInDelay(now: () => number): SignInDelay {
  const fromOne = createCounter(FREE_TRIES.fromOne, now);
  const fromAll = createCounter(FREE_TRIES.fromAll, now);
  return {
    begin: (attempt) => {
      const [one, all] = keysOf(attempt);
      const waitMs = Math.max(fromOne.waitMs(one), fromAll.waitMs(all));
      if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000));
      fromOne.add(one);
      fromAll.add(all);
    },
    succeeded: (attempt) => {
      const [one, all] = keysOf(attempt);
      fromOne.forget(one);
      fromAll.forget(all);
    },
  };
}

function keysOf({ name, address }: Attempt): [one: string, all: string] {
  const key = name.trim().toLowerCase().slice(0, 100);
  return [`${address} ${key}`, key];
}

function createCounter(freeTries: number, now: () => number) {
  const tries = new Map<string, { count: number; at: number; nextAt: number }>();
  const recent = (key: string) => {
    const found = tries.get(key);
    return found !== undefined && now() - found.at < FORGET_MS ? found : undefined;
  };
  return {
    waitMs: (key: string) => (recent(key)?.nextAt ?? 0) - now(),
    add: (key: string) => {
      const count = (recent(key)?.count ?? 0) + 1;
      const waitS = count < freeTries ? 0 : Math.min(2 ** (count - freeTries), MAX_WAIT_S);
      // Moves it to the end: the map is in order of the last try.
      tries.delete(key);
      tries.set(key, { count, at: now(), nextAt: now() + waitS * 1000 });
      const [oldest] = tries.keys();
      if (tries.size > MAX_KEYS && oldest !== undefined) tries.delete(oldest);
    },
    forget: (key: string) => void tries.delete(key),
  };
}

/** 429: the person may try again after so many seconds. */
export function tooMany(seconds: number, message = "Too many tries: wait."): ProxyError {
  return new ProxyError("too-many-calls", message, { headers: { "retry-after": String(seconds) } });
}
