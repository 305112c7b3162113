import { Link, NavLink } from "react-router";
import { paths } from "#paths";
import { Icon, type IconName } from "#ui/icons.tsx";
import styles from "./Layout.module.css";
import { useAppText } from "./messages.ts";
import type en from "./locales/en.json";

const SECTIONS: readonly { to: string; icon: IconName; text: keyof typeof en }[] = [
  { to: paths.home(), icon: "home", text: "nav.home" },
  { to: paths.sip(), icon: "phone", text: "nav.sip" },
  { to: paths.status(), icon: "pulse", text: "nav.status" },
  { to: paths.externalNumbers(), icon: "trunk", text: "nav.external" },
  { to: paths.smartNumbers(), icon: "spark", text: "nav.smart" },
  { to: paths.voicemail(), icon: "voicemail", text: "nav.voicemail" },
  { to: paths.directions(), icon: "globe", text: "nav.directions" },
];

/** The sections: on the left, icons only when narrow, at the bottom on a phone. */
export function Nav() {
  const t = useAppText();
  return (
    <nav className={styles.side} aria-label={t("app.nav")}>
      <Link className={styles.brand} to={paths.home()}>
        Pult
      </Link>
      <div className={styles.nav}>
        {SECTIONS.map(({ to, icon, text }) => (
          <NavLink
            key={to}
            to={to}
            end={to === paths.home()}
            className={styles.link}
            title={t(text)}
          >
            <Icon name={icon} />
            <span>{t(text)}</span>
          </NavLink>
        ))}
      </div>
    </nav>
  );
}
