import { useSyncExternalStore } from "react";
import { isApiError } from "#api/errors.ts";
import { createStore } from "#lib/createStore.ts";

/** Called with whether the person has proved who they are. */
type Answer = (isVerified: boolean) => void;

const asked = createStore<Answer | undefined>(undefined);

/** The question that is open now; the frame shows it. */
export function useVerification(): Answer | undefined {
  return useSyncExternalStore(asked.subscribe, asked.get);
}

/**
 * Calls something that takes a password typed in the last minutes; where that is too long ago, asks
 * for it and calls again: the server has refused the first call before doing anything.
 */
export async function withVerification<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isApiError(error) || error.refusedReason !== "verify") throw error;
    const isVerified = await new Promise<boolean>((resolve) => {
      asked.get()?.(false);
      asked.set((answer) => {
        asked.set(undefined);
        resolve(answer);
      });
    });
    if (!isVerified) throw error;
    return run();
  }
}
