import { type RefObject, useEffect } from "react";
import { focusPageTitle } from "./pageTitle.ts";

/**
 * Where what has the focus may go away by itself (a notice that is over, a row that a poll moved
 * off the screen), the page's heading takes it, so that a keyboard does not start from nowhere;
 * or what `giveTo` focuses (the same function at each render).
 */
export function useFocusKept(
  element: RefObject<HTMLElement | null>,
  giveTo: () => void = focusPageTitle,
): void {
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    let last: Node | undefined;
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Node ? target : undefined;
    };
    // The browser tells nobody when the focus is gone with its element.
    const watcher = new MutationObserver(() => {
      if (last === undefined || last.isConnected) return;
      last = undefined;
      if (document.activeElement === document.body) giveTo();
    });
    document.addEventListener("focusin", note);
    watcher.observe(current, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      watcher.disconnect();
    };
  }, [element, giveTo]);
}
