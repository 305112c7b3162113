import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import { Breadcrumbs } from "./Breadcrumbs.tsx";
import { DataBadge } from "./DataBadge.tsx";
import styles from "./Header.module.css";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { SchemeSwitch } from "./SchemeSwitch.tsx";
import { Search } from "./Search.tsx";
import { OwnButton } from "../loginGates.tsx";

/**
 * Breadcrumbs, search and freshness of the data; on wide screens also language, color scheme and user.
 */
export function Header() {
  const phone = useMediaQuery(PHONE);
  return (
    <header className={`row wrap gap-0-12 ${styles.header}`}>
      <Breadcrumbs />
      <Search />
      <div className={`row gap-4 ${styles.tools}`}>
        <DataBadge />
        {!phone && (
          <>
            <LanguageSwitch />
            <SchemeSwitch />
            <OwnButton />
          </>
        )}
      </div>
    </header>
  );
}
