interface Timer {
  at: number;
  resume: () => void;
}

/** A clock that jumps to the next timer once all current work is done. */
export interface SimulatedTime {
  /** Milliseconds since the start. */
  now: () => number;
  sleep(ms: number): Promise<void>;
  /** Awaits real work while the simulated time is paused. */
  whilePaused<T>(work: Promise<T>): Promise<T>;
  /** Advances the time until no timer is left. */
  run(): Promise<void>;
}

export function simulatedTime(): SimulatedTime {
  let now = 0;
  let pending = 0;
  const timers: Timer[] = [];
  const isIdle = async () => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    return pending === 0;
  };
  return {
    now: () => now,
    sleep: (ms) => new Promise((resume) => timers.push({ at: now + ms, resume })),
    whilePaused: async (work) => {
      pending++;
      try {
        return await work;
      } finally {
        pending--;
      }
    },
    run: async () => {
      for (;;) {
        while (!(await isIdle()));
        const next = timers.sort((a, b) => a.at - b.at).shift();
        if (next === undefined) return;
        now = next.at;
        next.resume();
      }
    },
  };
}
