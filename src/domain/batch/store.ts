import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { writeStored } from "#i18n/storage.ts";
import type { Batch, BatchRow } from "./batch.ts";

interface BatchDB extends DBSchema {
  batches: { key: string; value: Batch };
  rows: { key: [batch: string, id: number]; value: BatchRow & { batch: string } };
}

/** A batch with all its rows, in their order. */
export interface StoredBatch {
  batch: Batch;
  rows: BatchRow[];
}

/** Cleared with everything else that this browser keeps, by its name (`clearDeviceData`). */
const NAME = "pult.batches";

let opened: Promise<IDBPDatabase<BatchDB>> | undefined;

function open(): Promise<IDBPDatabase<BatchDB>> {
  opened ??= openDB<BatchDB>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore("batches", { keyPath: "id" });
      db.createObjectStore("rows", { keyPath: ["batch", "id"] });
    },
    blocking: (_old, _new, event) => {
      opened = undefined;
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

const keysOf = (batch: string) => IDBKeyRange.bound([batch, 0], [batch, Infinity]);

/** Says that there is a batch, to who must know before the database is open. */
export const BATCH_FLAG = "pult.batch";

/** Keeps a batch before its first row is sent. Throws where the browser keeps nothing. */
export async function saveBatch({ batch, rows }: StoredBatch): Promise<void> {
  const tx = (await open()).transaction(["batches", "rows"], "readwrite");
  const puts = rows.map((row) => tx.objectStore("rows").put({ ...row, batch: batch.id }));
  await Promise.all([tx.objectStore("batches").put(batch), ...puts, tx.done]);
  writeStored(BATCH_FLAG, "1");
}

/** The newest batch that was not closed. Throws where the browser keeps nothing. */
export async function loadBatch(): Promise<StoredBatch | undefined> {
  const db = await open();
  const batches = await db.getAll("batches");
  const [batch] = batches.sort((one, other) => other.createdAt - one.createdAt);
  if (batch === undefined) return undefined;
  const rows = await db.getAll("rows", keysOf(batch.id));
  return { batch, rows: rows.map(({ batch: _id, ...row }) => row) };
}

/** Keeps what became of a row. Throws where the browser keeps nothing. */
export async function saveRow(batch: string, row: BatchRow): Promise<void> {
  await (await open()).put("rows", { ...row, batch });
}

/**
 * Marks a row as being sent, unless another tab has done so: then it returns what that tab left.
 * Throws where the browser keeps nothing.
 */
export async function claimRow(batch: string, row: BatchRow): Promise<BatchRow | undefined> {
  const tx = (await open()).transaction("rows", "readwrite");
  const stored = await tx.store.get([batch, row.id]);
  const isChanged = stored?.status !== row.status || stored.at !== row.at;
  if (stored !== undefined && isChanged) {
    await tx.done;
    const { batch: _id, ...theirs } = stored;
    return theirs;
  }
  await tx.store.put({ ...row, status: "sending", at: Date.now(), batch });
  await tx.done;
  return undefined;
}

/** Forgets a batch. */
export async function removeBatch(id: string): Promise<void> {
  writeStored(BATCH_FLAG, "");
  const tx = (await open()).transaction(["batches", "rows"], "readwrite");
  await Promise.all([
    tx.objectStore("batches").delete(id),
    tx.objectStore("rows").delete(keysOf(id)),
    tx.done,
  ]);
}
