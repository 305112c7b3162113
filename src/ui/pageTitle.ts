import { useEffect, useRef } from "react";

/** Titles of what is open, in the order in which they came. */
const open: { text: string; over: boolean }[] = [];
let prefix = "";

function show(): void {
  // A panel lies over its page, also where both came at once and the page last.
  const top = open.findLast(({ over }) => over) ?? open.at(-1);
  if (top !== undefined) document.title = `${prefix}${top.text} · Pult`;
}

/** What stands before the title of whatever is open: «(3) »; empty for nothing. */
export function setTitlePrefix(text: string): void {
  prefix = text;
  show();
}

/** The tab's title by a page. */
export function useDocumentTitle(text: string): void {
  useTitle(text, false);
}

/** The tab's title by a panel over a page, which has its own back when the panel closes. */
export function usePanelTitle(text: string): void {
  useTitle(text, true);
}

function useTitle(text: string, over: boolean): void {
  const entry = useRef({ text, over });
  useEffect(() => {
    const mine = entry.current;
    open.push(mine);
    return () => {
      open.splice(open.indexOf(mine), 1);
      show();
    };
  }, []);
  useEffect(() => {
    entry.current.text = text;
    show();
  }, [text]);
}

/**
 * Gives the focus to the page's heading, where the control that had it goes away. Does not
 * scroll: after Back, one is where one was.
 */
export function focusPageTitle(): void {
  document.querySelector<HTMLElement>("[data-page-title]")?.focus({ preventScroll: true });
}
