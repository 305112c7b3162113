import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useState } from "react";
import { type UIMatch, useLocation, useMatches } from "react-router";
import { focusPageTitle } from "#ui/pageTitle.ts";
import type { RouteHandle } from "./routeHandle.ts";

/** The last address of an app, keyed by its only query client, and its page's. */
const shown = new WeakMap<object, { pathname: string; page: string }>();

/**
 * After a page change the heading gets the focus, so that a screen reader announces the page and
 * Tab continues from there; back on a list, the row that was opened. A panel returns the focus to
 * what opened it; one opened by its address has nothing to return it to, so the heading gets it as
 * well. Call it in the frame, and in a page without it, which may keep the focus where it put it.
 */
export function useFocusOnRoute({ keepsFocus = false } = {}): void {
  const { pathname } = useLocation();
  const page = getPagePath(useMatches());
  const app = useQueryClient();
  useEffect(() => {
    const before = shown.get(app);
    shown.set(app, { pathname, page });
    if (keepsFocus || before === undefined || before.pathname === pathname) return undefined;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (before.page === page && !lost) return undefined;
    focusPageTitle();
    if (!before.pathname.startsWith(`${pathname}/`)) return undefined;
    // Back from one of its rows. A long list mounts that row once its scrolling is restored.
    if (focusLinkTo(before)) return undefined;
    const heading = document.activeElement;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === heading) focusLinkTo(before);
    });
    return () => cancelAnimationFrame(frame);
  }, [app, pathname, page, keepsFocus]);
  useEffectsAtOnce(pathname);
}

/** Focuses the page's own link to one of these addresses, if it has one. */
function focusLinkTo(addresses: { pathname: string; page: string }): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#main a[href]")];
  const link = links.find(({ pathname }) => Object.values(addresses).includes(pathname));
  link?.focus();
  return link !== undefined;
}

/**
 * React runs the effects of a new page some time after it paints: a key pressed until then would
 * lose its field to the heading. A synchronous state update makes React run them first.
 */
function useEffectsAtOnce(page: string): void {
  const [, show] = useState(page);
  // oxlint-disable-next-line react/set-state-in-effect -- what is wanted is the render itself
  useLayoutEffect(() => show(page), [page]);
}

/** The page under a panel: `/sip/new` is over `/sip`, `/sip/7/edit` over `/sip/7`. */
export function getPagePath(matches: readonly Pick<UIMatch, "pathname" | "handle">[]): string {
  const panel = matches.findIndex(({ handle }) => (handle as RouteHandle | undefined)?.panel);
  const page = matches.at(panel < 0 ? -1 : panel - 1)?.pathname ?? "/";
  // The router ends it with a slash where the route has no path of its own.
  return page.replace(/(?<=.)\/$/, "");
}
