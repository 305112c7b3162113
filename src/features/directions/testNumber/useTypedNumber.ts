import { useEffect, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { withParams } from "#ui/table/sortParam.ts";
import { useHere } from "#ui/useHere.ts";

/** Milliseconds without a key before the address follows: browsers limit how often it may. */
const PAUSE_MS = 300;

/** What is typed, kept in the address as `number`, so that a test can be linked and reloaded. */
export function useTypedNumber() {
  const [params, setParams] = useSearchParams();
  const state: unknown = useLocation().state;
  const here = useHere();
  const asked = params.get("number") ?? "";
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(() => {
      // On the way elsewhere: the address is no longer this panel's.
      if (!here.current) return;
      setParams((old) => withParams(old, { number: typed }), {
        replace: true,
        preventScrollReset: true,
        state,
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, asked, state, setParams, here]);
  return { typed, setTyped };
}
