import { useEffect, useRef } from "react";

/** Titles of the open pages and panels, in order of appearance. */
const open: { text: string; over: boolean }[] = [];
let prefix = "";

function updateTitle(): void {
  // A panel is over its page, even if the page rendered last.
  const top = open.findLast(({ over }) => over) ?? open.at(-1);
  if (top !== undefined) document.title = `${prefix}${top.text} · Pult`;
}

/** Sets a prefix for any title, e.g. «(3) »; an empty one removes it. */
export function setTitlePrefix(text: string): void {
  prefix = text;
  updateTitle();
}

/** Sets the tab's title for a page. */
export function useDocumentTitle(text: string): void {
  useTitle(text, false);
}

/** Sets the tab's title for a panel; the page's title returns when it closes. */
export function usePanelTitle(text: string): void {
  useTitle(text, true);
}

function useTitle(text: string, over: boolean): void {
  const entry = useRef({ text, over });
  useEffect(() => {
    const own = entry.current;
    open.push(own);
    return () => {
      open.splice(open.indexOf(own), 1);
      updateTitle();
    };
  }, []);
  useEffect(() => {
    entry.current.text = text;
    updateTitle();
  }, [text]);
}

/**
 * Focuses the page's heading when the focused control disappears. Does not scroll, so that Back keeps
 * the scroll position.
 */
export function focusPageTitle(): void {
  document.querySelector<HTMLElement>("[data-page-title]")?.focus({ preventScroll: true });
}
