import { useLayoutEffect } from "react";

const TYPED_INTO = "input:not([type=checkbox]), textarea, select, [contenteditable]";
/** What must be answered first: a question over the page, or the end of a sign-in. */
const QUESTION = ".MuiDialog-root";

/** By its character or its position: on a Russian layout the same key types a full stop. */
const isSlash = ({ key, code, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && (key === "/" || (code === "Slash" && !shiftKey && !altKey));

/** By its position: on a Russian layout the same key types «л». */
const isCtrlK = ({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) =>
  code === "KeyK" && ctrlKey !== metaKey && !shiftKey && !altKey;

/** `/` asks for the search unless one types or a panel is open; Ctrl+K (⌘K) from a field or a panel too. */
export function useSearchKeys(setOpen: (open: true) => void): void {
  // Before paint: React runs other effects some time later, and a key pressed until then would be
  // lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const isFree =
        target?.matches(TYPED_INTO) !== true && document.querySelector("[role=dialog]") === null;
      const isAsked = isCtrlK(event) || (isSlash(event) && isFree);
      if (!isAsked || document.querySelector(QUESTION) !== null) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [setOpen]);
}
