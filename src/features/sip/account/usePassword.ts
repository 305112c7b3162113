import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { readSecret } from "#domain/sip/readSecret.ts";

type PasswordState =
  | { state: "hidden" }
  | { state: "loading" }
  | { state: "shown"; password: string }
  | { state: "failed"; error: unknown };

/**
 * An account's password, fetched only on demand and kept only in the state of the component that
 * shows it: never in the query cache. It is dropped when the component unmounts, the page is hidden
 * or the address changes, and a request still in flight is aborted. Give the component a `key` of
 * the account, so that a password is never shown for another account.
 */
export function usePassword(id: number) {
  const [shown, setShown] = useState<PasswordState>({ state: "hidden" });
  const { pathname } = useLocation();
  const pendingRequest = useRef(new AbortController());
  const hide = useCallback(() => {
    pendingRequest.current.abort();
    pendingRequest.current = new AbortController();
    setShown({ state: "hidden" });
  }, []);

  // The form may change the password, so a password shown before it opened is hidden.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the address is the trigger
  useEffect(() => hide, [hide, pathname]);
  // The back/forward cache may restore a left page with its state.
  useEffect(() => {
    addEventListener("pagehide", hide);
    return () => removeEventListener("pagehide", hide);
  }, [hide]);

  /** Throws what `readSecret` throws; its signal aborts when the page is left. */
  const fetchPassword = async (): Promise<string> => {
    const { password } = await readSecret(id, pendingRequest.current.signal);
    return password;
  };
  const show = async () => {
    setShown({ state: "loading" });
    try {
      const password = await fetchPassword();
      // Hidden while the request was in flight: stays hidden.
      setShown((now) => (now.state === "loading" ? { state: "shown", password } : now));
    } catch (error) {
      setShown((now) => (now.state === "loading" ? { state: "failed", error } : now));
    }
  };
  return { shown, show, hide, fetchPassword };
}
