import { useEffect } from "react";
import { Link, useLocation, useMatches } from "react-router";
import type { RouteHandle } from "../routeHandle.ts";
import { useAppText } from "../messages.ts";
import { getPagePath } from "../useFocusOnRoute.ts";
import styles from "./Header.module.css";

/** The search, filters and order with which each page was shown last. */
const searches = new Map<string, string>();

/** Those that a way back to a page leads to: a panel has its page's in its own address. */
function getSearch(page: string, current: string, search: string): string {
  return getPagePath(current) === page ? search : (searches.get(page) ?? "");
}

/** The trail of the matched routes; the last is where one is. */
export function Breadcrumbs() {
  const t = useAppText();
  const { pathname: current, search } = useLocation();
  useEffect(() => {
    searches.set(current, search);
  }, [current, search]);
  const trail = useMatches().flatMap(({ pathname, handle }) => {
    const crumb = (handle as RouteHandle | undefined)?.crumb;
    return crumb === undefined ? [] : [{ pathname, text: t(crumb) }];
  });
  // A page that is nowhere is told by its heading alone.
  if (trail.length === 0) return null;
  return (
    <nav className={styles.crumbs} aria-label={t("app.breadcrumbs")}>
      <ol>
        {trail.map(({ pathname, text }, index) => (
          <li key={pathname}>
            {index === trail.length - 1 ? (
              <span aria-current="page" title={text}>
                {text}
              </span>
            ) : (
              <Link to={{ pathname, search: getSearch(pathname, current, search) }} title={text}>
                {text}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
