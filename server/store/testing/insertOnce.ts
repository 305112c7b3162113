import { createStore, type StoreLocation } from "../store.ts";
import { ENTRY } from "./entry.ts";

/** A process of its own, for tests of several instances: opens the store and writes one entry. */
const store = createStore(JSON.parse(process.argv[2] ?? "") as StoreLocation);
await store.use((db) => db.insertInto("journal").values(ENTRY).execute());
await store.close();
