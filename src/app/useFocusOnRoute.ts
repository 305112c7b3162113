import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useState } from "react";
import { type UIMatch, useLocation, useMatches } from "react-router";
import { focusPageTitle } from "#ui/pageTitle.ts";
import type { RouteHandle } from "./routeHandle.ts";

/** The address shown last in an app, whose one client of queries stands for it, and its page's. */
const shown = new WeakMap<object, { pathname: string; page: string }>();

/**
 * After a change of page the heading takes the focus, so that a screen reader says where one is
 * and Tab goes on from there; back on a list, the row that one comes from. A panel gives the focus back to what opened it; one that was opened
 * by its address has nothing to give it back to: then too the heading takes it. To be called by
 * the frame, and by a page without it.
 */
export function useFocusOnRoute(): void {
  const { pathname } = useLocation();
  const page = getPagePath(useMatches());
  const app = useQueryClient();
  useEffect(() => {
    const before = shown.get(app);
    shown.set(app, { pathname, page });
    if (before === undefined || before.pathname === pathname) return undefined;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (before.page === page && !lost) return undefined;
    focusPageTitle();
    if (!before.pathname.startsWith(`${pathname}/`)) return undefined;
    // Back from one of its rows. A long list shows that row once its scrolling is restored.
    if (focusLinkTo(before)) return undefined;
    const heading = document.activeElement;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === heading) focusLinkTo(before);
    });
    return () => cancelAnimationFrame(frame);
  }, [app, pathname, page]);
  useEffectsAtOnce(pathname);
}

/** Gives the focus to the page's own link to one of these addresses, if it has one. */
function focusLinkTo(addresses: { pathname: string; page: string }): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#main a[href]")];
  const link = links.find(({ pathname }) => Object.values(addresses).includes(pathname));
  link?.focus();
  return link !== undefined;
}

/**
 * React runs the effects of a new page some time after it shows it: a key that is pressed by then
 * would lose its field to the heading. Something to be drawn at once makes it run them first.
 */
function useEffectsAtOnce(page: string): void {
  const [, show] = useState(page);
  // oxlint-disable-next-line react/set-state-in-effect -- what is wanted is the render itself
  useLayoutEffect(() => show(page), [page]);
}

/** The page under a panel: `/sip/new` lies over `/sip`, `/sip/7/edit` over `/sip/7`. */
export function getPagePath(matches: readonly Pick<UIMatch, "pathname" | "handle">[]): string {
  const panel = matches.findIndex(({ handle }) => (handle as RouteHandle | undefined)?.panel);
  const page = matches.at(panel < 0 ? -1 : panel - 1)?.pathname ?? "/";
  // The router ends it with a slash where the route has no path of its own.
  return page.replace(/(?<=.)\/$/, "");
}
