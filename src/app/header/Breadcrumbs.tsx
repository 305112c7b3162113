import { useEffect } from "react";
import { Link, useLocation, useMatches } from "react-router";
import { useText } from "#i18n/texts.ts";
import type { RouteHandle } from "../routeHandle.ts";
import { getPagePath } from "../useFocusOnRoute.ts";
import styles from "./Header.module.css";

/** The search, filters and order that each page had last. */
const searches = new Map<string, string>();

/** The trail of the matched routes; the last is the current page. */
export function Breadcrumbs() {
  const t = useText();
  const { pathname: here, search } = useLocation();
  useEffect(() => {
    searches.set(here, search);
  }, [here, search]);
  const matches = useMatches();
  const page = getPagePath(matches);
  const trail = matches.flatMap(({ pathname, handle }) => {
    const crumb = (handle as RouteHandle | undefined)?.crumb;
    return crumb === undefined ? [] : [{ pathname, text: t(crumb) }];
  });
  /** The link back: a panel has its page's search in its own address. */
  const getSearch = (path: string) => (path === page ? search : (searches.get(path) ?? ""));
  // Only the heading tells of a page that does not exist.
  if (trail.length === 0) return null;
  return (
    <nav className={styles.crumbs} aria-label={t("app.breadcrumbs")}>
      <ol className="beside gap-4 unbroken">
        {trail.map(({ pathname, text }, index) => (
          <li key={pathname}>
            {index === trail.length - 1 ? (
              <span aria-current="page" title={text}>
                {text}
              </span>
            ) : (
              <Link to={{ pathname, search: getSearch(pathname) }} title={text}>
                {text}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
