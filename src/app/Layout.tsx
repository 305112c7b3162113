import { Outlet, ScrollRestoration } from "react-router";
import { LateToasts } from "./LateToasts.tsx";
import { useText } from "#i18n/texts.ts";
import { Header } from "./header/Header.tsx";
import styles from "./Layout.module.css";
import { Nav } from "./Nav.tsx";
import { RoleGate } from "./RoleGate.tsx";
import { WatchAlerts } from "./WatchAlerts.tsx";
import { ConnectivityNotice } from "./ConnectivityNotice.tsx";
import { getPagePath, useFocusOnRoute } from "./useFocusOnRoute.ts";

/** The frame around every page. */
export function Layout() {
  const t = useText();
  useFocusOnRoute();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t("app.skip")}
      </a>
      <Nav />
      <Header />
      <div>
        <ConnectivityNotice className={styles.notice} />
        <main id="main" className={styles.main} tabIndex={-1}>
          <RoleGate>
            <Outlet />
          </RoleGate>
        </main>
      </div>
      <LateToasts />
      <WatchAlerts />
      <ScrollRestoration getKey={(_, matches) => getPagePath(matches)} />
    </div>
  );
}
