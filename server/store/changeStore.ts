import { ProxyError } from "#proxy/proxyError.ts";
import type { Db } from "./schema.ts";
import type { Store } from "./store.ts";

/** A change and its entry in the journal, both or neither. Throws `ProxyError` and `StoreError`. */
export function changeStore<T>(store: Store, act: (db: Db) => Promise<T>): Promise<T> {
  return usingStore(store, (db) => db.transaction().execute(act));
}

/** The store has not failed where what was asked for is refused. */
export async function usingStore<T>(store: Store, act: (db: Db) => Promise<T>): Promise<T> {
  const result = await store.use((db) =>
    act(db).then(
      (value) => ({ value }),
      (error: unknown) => {
        if (error instanceof ProxyError) return { refusal: error };
        throw error;
      },
    ),
  );
  if ("refusal" in result) throw result.refusal;
  return result.value;
}
