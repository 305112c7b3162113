import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useState } from "react";
import { useLocation } from "react-router";
import { focusPageTitle } from "#ui/pageTitle.ts";

/** The address shown last in an app, whose one client of queries stands for it. */
const shown = new WeakMap<object, string>();

/**
 * After a change of page the heading takes the focus, so that a screen reader says where one is
 * and Tab goes on from there; back on a list, the row that one comes from. A panel gives the focus back to what opened it; one that was opened
 * by its address has nothing to give it back to: then too the heading takes it. To be called by
 * the frame, and by a page without it.
 */
export function useFocusOnRoute(): void {
  const { pathname } = useLocation();
  const app = useQueryClient();
  useEffect(() => {
    const previous = shown.get(app);
    shown.set(app, pathname);
    if (previous === undefined || previous === pathname) return undefined;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (getPagePath(previous) === getPagePath(pathname) && !lost) return undefined;
    focusPageTitle();
    if (!previous.startsWith(`${pathname}/`)) return undefined;
    // Back from one of its rows. A long list shows that row once its scrolling is restored.
    if (focusLinkTo(previous)) return undefined;
    const heading = document.activeElement;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === heading) focusLinkTo(previous);
    });
    return () => cancelAnimationFrame(frame);
  }, [app, pathname]);
  useSynchronousEffects(pathname);
}

/** Gives the focus to the page's own link to an address or to what lies under it, if it has one. */
function focusLinkTo(address: string): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#main a[href]")];
  const link = links.find(
    ({ pathname }) => pathname === getPagePath(address) || pathname === address,
  );
  link?.focus();
  return link !== undefined;
}

/**
 * React runs the effects of a new page some time after it shows it: a key that is pressed by then
 * would lose its field to the heading. Something to be drawn at once makes it run them first.
 */
function useSynchronousEffects(page: string): void {
  const [, show] = useState(page);
  // oxlint-disable-next-line react/set-state-in-effect -- what is wanted is the render itself
  useLayoutEffect(() => show(page), [page]);
}

const ACCOUNT_PANEL = /^(\/sip\/\d+)\/(?:scenarios\/(?:new|\d+\/edit)|edit)$/;
/** In these sections whatever has a further address lies over the list; but not the wall. */
const SECTION_PANEL = /^(\/(?:status(?!\/wall$)|external-numbers|smart-numbers|directions))\/.+$/;

/** The page under a panel: `/sip/new` lies over `/sip`, `/sip/7/edit` over `/sip/7`. */
export function getPagePath(pathname: string): string {
  const section = SECTION_PANEL.exec(pathname)?.[1];
  if (section !== undefined) return section;
  return ACCOUNT_PANEL.exec(pathname)?.[1] ?? pathname.replace(/^\/sip\/new$/, "/sip");
}
