import { useCallback, useEffect, useState } from "react";
import { call } from "#api/client.ts";
import { getSipAccount } from "#api/sip.ts";

type Shown =
  | { state: "hidden" }
  | { state: "loading" }
  | { state: "shown"; password: string }
  | { state: "failed"; error: unknown };

/**
 * An account's password, fetched only when it is asked for and kept only in the component that
 * shows it: never in the query cache, gone when the component or the page is left. Give the
 * component a `key` of the account, so that a password never meets another account.
 */
export function usePassword(id: number) {
  const [shown, setShown] = useState<Shown>({ state: "hidden" });
  const hide = useCallback(() => setShown({ state: "hidden" }), []);

  // The browser may keep a left page as it was and bring it back.
  useEffect(() => {
    addEventListener("pagehide", hide);
    return () => removeEventListener("pagehide", hide);
  }, [hide]);

  const fetchPassword = async (): Promise<string> => {
    const { data } = await call(getSipAccount, { params: { id } });
    return data.password ?? "";
  };
  const show = async () => {
    setShown({ state: "loading" });
    try {
      const password = await fetchPassword();
      // Hidden meanwhile: stays hidden.
      setShown((now) => (now.state === "loading" ? { state: "shown", password } : now));
    } catch (error) {
      setShown({ state: "failed", error });
    }
  };
  return { shown, show, hide, fetchPassword };
}
