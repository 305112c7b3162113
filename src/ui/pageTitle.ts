import { useEffect, useRef } from "react";

/** Titles of what is open, the topmost last: a panel lies over its page. */
const open: { text: string }[] = [];
let prefix = "";

function show(): void {
  const top = open.at(-1);
  if (top !== undefined) document.title = `${prefix}${top.text} · Pult`;
}

/** What stands before the title of whatever is open: «(3) »; empty for nothing. */
export function setTitlePrefix(text: string): void {
  prefix = text;
  show();
}

/** The tab's title; a panel that closes gives the page beneath its own back. */
export function useDocumentTitle(text: string): void {
  const entry = useRef({ text });
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
