import { Link, useMatches } from "react-router";
import type { RouteHandle } from "../routeHandle.ts";
import { useAppText } from "../messages.ts";
import styles from "./Header.module.css";

/** The trail of the matched routes; the last is where one is. */
export function Breadcrumbs() {
  const t = useAppText();
  const trail = useMatches().flatMap(({ pathname, handle }) => {
    const crumb = (handle as RouteHandle | undefined)?.crumb;
    return crumb === undefined ? [] : [{ pathname, text: t(crumb) }];
  });
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
              <Link to={pathname} title={text}>
                {text}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
