import { type RefObject, useEffect } from "react";
import { focusPageTitle } from "./pageTitle.ts";

/**
 * Moves the focus when the focused element disappears by itself (an expired notice, a row that a poll
 * moved off the screen), so that keyboard users don't start from the top: to the page's heading, or
 * to what `focusFallback` focuses (a stable function).
 */
export function useFocusFallback(
  element: RefObject<HTMLElement | null>,
  focusFallback: () => void = focusPageTitle,
): void {
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    let last: Node | undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      last = target instanceof Node ? target : undefined;
    };
    // Browsers fire no event when the focused element is removed.
    const watcher = new MutationObserver(() => {
      if (last === undefined || last.isConnected) return;
      last = undefined;
      if (document.activeElement === document.body) focusFallback();
    });
    document.addEventListener("focusin", onFocusIn);
    watcher.observe(current, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", onFocusIn);
      watcher.disconnect();
    };
  }, [element, focusFallback]);
}
