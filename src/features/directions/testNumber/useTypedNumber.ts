import { useEffect, useRef, useState } from "react";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";

/** Milliseconds without a key before the address follows: browsers limit how often it may. */
const PAUSE_MS = 300;

/**
 * What is typed, kept in the address as `number`, so that a test can be linked and reloaded. It is
 * written after a pause, and at once when one leaves the field: a write that comes while a button
 * leads elsewhere would call that off.
 */
export function useTypedNumber() {
  const { params, change } = useAddressParams();
  const here = useIsStillOnPage();
  const asked = params.get("number") ?? "";
  const [typed, setTyped] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = () => {
    clearTimeout(timer.current);
    if (typed === asked || !here.current) return;
    change((old) => withParams(old, { number: typed }), { replace: true });
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), PAUSE_MS);
  };
  return { typed, type, leave: write };
}
