import { useCallback, useEffect, useRef, useState } from "react";
import { type AccountWithPassword, readSecret } from "#domain/sip/readSecret.ts";

/** Milliseconds for which a password stands on the screen. */
export const SHOWN_MS = 60_000;

interface State {
  account: AccountWithPassword | undefined;
  isShown: boolean;
  isLoading: boolean;
  /** It was shown, and its minute is over. */
  isOver: boolean;
  error: unknown;
}

const NOTHING: State = {
  account: undefined,
  isShown: false,
  isLoading: false,
  isOver: false,
  error: undefined,
};

/** Runs when the page is left, also into the back/forward cache, or what uses it unmounts. */
export function useDropOnLeave(drop: () => void): void {
  useEffect(() => {
    addEventListener("pagehide", drop);
    return () => {
      removeEventListener("pagehide", drop);
      drop();
    };
  }, [drop]);
}

/**
 * One account with its password: read once, when first asked for, and kept in this state alone. It is
 * hidden a minute after it was shown, and gone when the panel closes. Give the component a `key` of
 * the account.
 */
export function useSecret(id: number) {
  const [state, setState] = useState(NOTHING);
  const pending = useRef({ abort: new AbortController(), read: undefined as Read | undefined });
  const drop = useCallback(() => {
    pending.current.abort.abort();
    pending.current = { abort: new AbortController(), read: undefined };
    setState(NOTHING);
  }, []);
  useDropOnLeave(drop);

  const { isShown } = state;
  useEffect(() => {
    if (!isShown) return undefined;
    const hideLater = () => setState((now) => ({ ...now, isShown: false, isOver: true }));
    const timer = setTimeout(hideLater, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isShown]);

  /** Two clicks at once ask once. Throws what `readSecret` throws. */
  const read = async (): Promise<AccountWithPassword> => {
    const at = pending.current;
    at.read ??= readSecret(id, at.abort.signal);
    setState((now) => ({ ...now, isLoading: now.account === undefined, error: undefined }));
    try {
      const account = await at.read;
      if (at === pending.current) setState((now) => ({ ...now, account, isLoading: false }));
      return account;
    } catch (error) {
      at.read = undefined;
      if (at === pending.current) setState((now) => ({ ...now, isLoading: false, error }));
      throw error;
    }
  };
  const show = async () => {
    const at = pending.current;
    // Its failure is in the state.
    await read().then(
      () => at === pending.current && setState((now) => ({ ...now, isShown: true, isOver: false })),
      () => undefined,
    );
  };
  const hide = () => setState((now) => ({ ...now, isShown: false, isOver: false }));
  return { ...state, read, show, hide };
}

type Read = Promise<AccountWithPassword>;
export type Secret = ReturnType<typeof useSecret>;
