import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { revealPassword } from "#api/revealPassword.ts";

type PasswordState =
  | { state: "hidden" }
  | { state: "loading" }
  | { state: "shown"; password: string }
  | { state: "failed"; error: unknown };

/** The provider's answer held no password. */
export class NoPasswordError extends Error {}

/**
 * An account's password, fetched only when it is asked for and kept only in the component that
 * shows it: never in the query cache, gone when the component, the page or the address is left,
 * and so is what is still on its way. Give the component a `key` of the account, so that a
 * password never meets another account.
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

  // The form may change the password: what was shown before it opened is hidden.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the address is the trigger
  useEffect(() => hide, [hide, pathname]);
  // The browser may keep a left page as it was and bring it back.
  useEffect(() => {
    addEventListener("pagehide", hide);
    return () => removeEventListener("pagehide", hide);
  }, [hide]);

  /** Throws `NoPassword`, an `ApiError`, or the abort of the signal when the page is left. */
  const fetchPassword = async (): Promise<string> => {
    const { signal } = pendingRequest.current;
    const password = await revealPassword(id, signal);
    if (!password) throw new NoPasswordError();
    return password;
  };
  const show = async () => {
    setShown({ state: "loading" });
    try {
      const password = await fetchPassword();
      // Hidden meanwhile: stays hidden.
      setShown((now) => (now.state === "loading" ? { state: "shown", password } : now));
    } catch (error) {
      setShown((now) => (now.state === "loading" ? { state: "failed", error } : now));
    }
  };
  return { shown, show, hide, fetchPassword };
}
