import { createMemoryStore, createStore, type Store, type StoreLocation } from "./store/store.ts";

/** As many offices as the sandbox holds. */
const MAX_STORES = 64;

export interface Stores {
  /** The store of a sandbox office (null is the default one); with the provider there is one. */
  of: (office: string | null) => Store;
  /** Empties the store of a sandbox office. */
  drop: (office: string | null) => void;
  close: () => Promise<void>;
}

/** One store for everything, at `location`. */
export function oneStore(location: StoreLocation): Stores {
  const store = createStore(location);
  return { of: () => store, drop: () => undefined, close: () => store.close() };
}

/**
 * A store in memory for each sandbox office; the least recently used one is dropped, but not that of
 * the default office. `onDrop` is called before its store is closed.
 */
export function storePerOffice(onDrop: (office: string | null) => void = () => undefined): Stores {
  const stores = new Map<string, Store>();
  const drop = (name: string) => {
    onDrop(name === "" ? null : name);
    void stores.get(name)?.close();
    stores.delete(name);
  };
  return {
    drop: (office) => drop(office ?? ""),
    of: (office) => {
      const name = office ?? "";
      const store = stores.get(name) ?? createMemoryStore();
      // Moves it to the end: the map's order is the order of use.
      stores.delete(name);
      stores.set(name, store);
      const oldest = [...stores.keys()].find((one) => one !== "");
      if (stores.size > MAX_STORES && oldest !== undefined) drop(oldest);
      return store;
    },
    close: async () => {
      await Promise.all([...stores.values()].map((store) => store.close()));
    },
  };
}
