/** Milliseconds for which a code of an authenticator app may be accepted: its own half minute, and one before and after. */
const VALID_MS = 90_000;

/** Remembers the codes that have been used, so that one that was overheard is of no use. */
export function createUsedCodes(now: () => number) {
  const used = new Map<string, number>();
  return {
    /** Whether the user uses this code for the first time. */
    use: (userId: string, code: string): boolean => {
      for (const [key, at] of used) if (now() - at > VALID_MS) used.delete(key);
      const key = `${userId} ${code}`;
      if (used.has(key)) return false;
      used.set(key, now());
      return true;
    },
  };
}
