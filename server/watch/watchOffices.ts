import type { Stores } from "#server/stores.ts";
import type { Store } from "#server/store/store.ts";
import { type Follower, startWatch, type Watch, type WatchOptions } from "./watch.ts";

/** What Pult's own operations need of the watch. */
export interface Watches {
  everyMs: number;
  /** Watches an office of the sandbox (null is the default one) from now on. */
  start: (office: string | null) => void;
}

export interface OfficeWatches extends Watches {
  /** Ends the watch of an office whose store is closed. */
  stop: (office: string | null) => void;
  close: () => Promise<void>;
}

/** Of a server that watches nothing. */
export const NO_WATCHES: Watches = { everyMs: 30_000, start: () => undefined };

/** Watches offices of the sandbox; all but the default one are looked at after one interval first. */
export function watchOffices(
  stores: Stores,
  options: Omit<WatchOptions, "store" | "office" | "delayMs" | "follower"> & {
    followerOf: (store: Store, office: string | null) => Follower | undefined;
  },
): OfficeWatches {
  const { everyMs, followerOf } = options;
  const watches = new Map<string | null, Watch>();
  return {
    everyMs,
    start: (office) => {
      if (watches.has(office)) return;
      const delayMs = office === null ? 0 : everyMs;
      const store = stores.of(office);
      const follower = followerOf(store, office);
      watches.set(office, startWatch({ ...options, store, office, delayMs, follower }));
    },
    stop: (office) => {
      void watches.get(office)?.stop();
      watches.delete(office);
    },
    close: async () => {
      await Promise.all(Array.from(watches.values(), (watch) => watch.stop()));
    },
  };
}
