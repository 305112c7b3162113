import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * After a change of page the heading takes the focus, so that a screen reader says where one
 * is and Tab goes on from there. A panel that opens or closes over its page manages its own.
 */
export function useFocusOnRoute(): void {
  const { pathname } = useLocation();
  const page = pageOf(pathname);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    document.querySelector<HTMLElement>("[data-page-title]")?.focus();
  }, [page]);
}

/** The page under a panel: `/sip/new` lies over `/sip`, `/sip/7/edit` over `/sip/7`. */
export function pageOf(pathname: string): string {
  return pathname.replace(/\/(new|edit)$/, "");
}
