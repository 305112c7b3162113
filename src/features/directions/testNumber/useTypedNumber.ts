import { useEffect, useRef, useState } from "react";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";

/** Milliseconds without a key before the address is updated: browsers limit how often it may be. */
const PAUSE_MS = 300;

/**
 * The typed number, kept in the address as `number`, so that a test can be linked and reloaded. It
 * is written after a pause, and at once on blur: a write during a button's navigation would cancel
 * that.
 */
export function useTypedNumber() {
  const { params, change } = useAddressParams();
  const isStillOnPage = useIsStillOnPage();
  const fromAddress = params.get("number") ?? "";
  const [typed, setTyped] = useState(fromAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = () => {
    clearTimeout(timer.current);
    if (typed === fromAddress || !isStillOnPage.current) return;
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
