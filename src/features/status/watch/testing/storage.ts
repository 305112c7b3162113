import {
  IDBCursor,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBRequest,
  IDBTransaction,
} from "fake-indexeddb";
import { vi } from "vitest";

const PARTS = {
  IDBCursor,
  IDBDatabase,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBRequest,
  IDBTransaction,
};

/** Gives the test an empty browser storage; `vi.unstubAllGlobals` removes it. */
export function stubStorage(): void {
  vi.stubGlobal("indexedDB", new IDBFactory());
  for (const [name, part] of Object.entries(PARTS)) vi.stubGlobal(name, part);
}
