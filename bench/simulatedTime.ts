interface Sleeper {
  at: number;
  wake: () => void;
}

/** Time that jumps to the next thing to happen, once all that happens now has happened. */
export interface SimulatedTime {
  /** Milliseconds since the start. */
  now: () => number;
  sleep(ms: number): Promise<void>;
  /** Real work, during which time stands. */
  standing<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass until nobody sleeps any more. */
  run(): Promise<void>;
}

export function simulatedTime(): SimulatedTime {
  let now = 0;
  let working = 0;
  const sleepers: Sleeper[] = [];
  const isQuiet = async () => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    return working === 0;
  };
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
    standing: async (work) => {
      working++;
      try {
        return await work;
      } finally {
        working--;
      }
    },
    run: async () => {
      for (;;) {
        while (!(await isQuiet()));
        const next = sleepers.sort((a, b) => a.at - b.at).shift();
        if (next === undefined) return;
        now = next.at;
        next.wake();
      }
    },
  };
}
