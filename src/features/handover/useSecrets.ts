import { useCallback, useRef, useState } from "react";
import { isApiError } from "#api/errors.ts";
import { type AccountWithPassword, readSecret } from "#domain/sip/readSecret.ts";
import { useDropOnLeave } from "./useSecret.ts";

export type Row =
  | { state: "waiting" }
  | { state: "reading" }
  | { state: "failed"; error: unknown }
  | { state: "ready"; account: AccountWithPassword };

/** As many accounts as are read at a time. */
const AT_ONCE = 2;
const WAITING: Row = { state: "waiting" };

interface State {
  rows: ReadonlyMap<number, Row>;
  isRunning: boolean;
  /** The server gives out no more passwords for now. */
  limit: unknown;
}

const NOTHING: State = { rows: new Map(), isRunning: false, limit: undefined };

/**
 * Reads the passwords of many accounts, kept in this state alone until the panel closes. A failed one
 * does not end the run; the server's limit does, and what was being read waits again.
 */
export function useSecrets() {
  const [state, setState] = useState(NOTHING);
  const run = useRef(new AbortController());
  const set = (id: number, row: Row) =>
    setState((now) => ({ ...now, rows: new Map(now.rows).set(id, row) }));
  const drop = useCallback(() => {
    run.current.abort();
    setState(NOTHING);
  }, []);
  useDropOnLeave(drop);

  const readOne = async (id: number, { signal }: AbortController) => {
    set(id, { state: "reading" });
    try {
      const account = await readSecret(id, signal);
      if (!signal.aborted) set(id, { state: "ready", account });
    } catch (error) {
      if (signal.aborted) return;
      const isLimit = isApiError(error) && error.kind === "tooManyRequests";
      set(id, isLimit ? WAITING : { state: "failed", error });
      if (isLimit) stop(error);
    }
  };
  const read = async (ids: readonly number[]) => {
    run.current.abort();
    const mine = new AbortController();
    run.current = mine;
    setState((now) => ({ ...now, isRunning: true, limit: undefined }));
    const left = [...ids];
    const readRest = async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        if (mine.signal.aborted) return;
        await readOne(id, mine);
      }
    };
    // The first one alone: it may ask the person for their password, and two must not ask at once.
    const first = left.shift();
    if (first !== undefined) await readOne(first, mine);
    await Promise.all(Array.from({ length: AT_ONCE }, readRest));
    if (!mine.signal.aborted) setState((now) => ({ ...now, isRunning: false }));
  };
  /** What is being read waits again. */
  const stop = (limit?: unknown) => {
    run.current.abort();
    setState(({ rows }) => {
      const kept = [...rows].filter(([, row]) => row.state !== "reading");
      return { rows: new Map(kept), isRunning: false, limit };
    });
  };
  return { ...state, rowOf: (id: number) => state.rows.get(id) ?? WAITING, read, stop };
}
