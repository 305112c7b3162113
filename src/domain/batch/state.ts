import { createStore } from "#lib/createStore.ts";
import type { BatchRow } from "./batch.ts";
import { loadBatch, removeBatch, type StoredBatch } from "./store.ts";

export interface BatchState extends StoredBatch {
  running: boolean;
  /** No further row is sent; those under way end. */
  stopping: boolean;
  /** Milliseconds since 1970: until then the provider takes no more. */
  waitsUntil?: number | undefined;
  /** Why it stopped by itself, in words. */
  stoppedBy?: string | undefined;
  /** Another tab runs it. */
  elsewhere?: boolean | undefined;
  /** This browser keeps nothing: a reload would lose what is open. */
  unkept?: boolean | undefined;
}

/** The one batch of this browser; undefined where there is none, or none has been loaded yet. */
export const batchState = createStore<BatchState | undefined>(undefined);

export function change(part: Partial<BatchState>): void {
  const state = batchState.get();
  if (state !== undefined) batchState.set({ ...state, ...part });
}

export function changeRow(row: BatchRow): void {
  const state = batchState.get();
  if (state !== undefined)
    change({ rows: state.rows.map((each) => (each.id === row.id ? row : each)) });
}

/** Reads the batch that an earlier visit left, unless one is here. Never rejects. */
export async function restoreBatch(): Promise<void> {
  const stored = await loadBatch().catch(() => undefined);
  if (stored === undefined || batchState.get() !== undefined) return;
  batchState.set({ ...stored, running: false, stopping: false });
}

/** Closes a batch that is not running: what is open in it is not sent. */
export async function closeBatch(): Promise<void> {
  const state = batchState.get();
  if (state === undefined || state.running) return;
  batchState.set(undefined);
  await removeBatch(state.batch.id).catch(() => undefined);
}
