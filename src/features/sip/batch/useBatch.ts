import { useEffect, useSyncExternalStore } from "react";
import { batchState, type BatchState, restoreBatch } from "#domain/batch/state.ts";

/** The batch of this browser, also one that an earlier visit left; undefined where there is none. */
export function useBatch(): BatchState | undefined {
  useEffect(() => void restoreBatch(), []);
  return useSyncExternalStore(batchState.subscribe, batchState.get);
}
