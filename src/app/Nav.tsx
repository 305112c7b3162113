import { useEffect, useRef, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { paths } from "#paths";
import { Icon, type IconName } from "#ui/icons.tsx";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import { useText } from "#i18n/texts.ts";
import { LanguageSwitch } from "./header/LanguageSwitch.tsx";
import { SchemeSwitch } from "./header/SchemeSwitch.tsx";
import { OwnButton } from "./loginGates.tsx";
import styles from "./Layout.module.css";
import type en from "./locales/en.json";

interface Section {
  to: string;
  icon: IconName;
  text: keyof typeof en;
  /** A shorter label for the narrow bar of a phone. */
  short?: keyof typeof en;
}

const FIRST: readonly Section[] = [
  { to: paths.home(), icon: "home", text: "nav.home" },
  { to: paths.sip(), icon: "phone", text: "nav.sip", short: "nav.sipShort" },
  { to: paths.status(), icon: "pulse", text: "nav.status", short: "nav.statusShort" },
  { to: paths.externalNumbers(), icon: "trunk", text: "nav.external", short: "nav.externalShort" },
];
const MORE: readonly Section[] = [
  { to: paths.smartNumbers(), icon: "spark", text: "nav.smart" },
  { to: paths.voicemail(), icon: "voicemail", text: "nav.voicemail" },
  { to: paths.directions(), icon: "globe", text: "nav.directions" },
  { to: paths.alerts(), icon: "bell", text: "nav.alerts" },
  { to: paths.journal(), icon: "rows", text: "nav.journal" },
];

/** The sections: on the left, icons only when narrow; on a phone a bar at the bottom. */
export function Nav() {
  const t = useText();
  const phone = useMediaQuery(PHONE);
  const { pathname } = useLocation();
  const { open, button, container, toggle, close } = useMore();
  return (
    <nav className={styles.side} aria-label={t("app.nav")}>
      <Link className={`plain-link strong ${styles.brand}`} to={paths.home()}>
        Pult
      </Link>
      <div className={`stack gap-4 ${styles.nav}`} ref={container}>
        {FIRST.map((section) => (
          <SectionLink key={section.to} section={section} phone={phone} />
        ))}
        {phone && (
          <button
            ref={button}
            type="button"
            className={`bare ${styles.moreButton}`}
            aria-expanded={open}
            data-current={MORE.some(({ to }) => pathname.startsWith(to))}
            onClick={toggle}
          >
            <Icon name="more" />
            {t("nav.more")}
          </button>
        )}
        <div className={styles.more} data-open={open}>
          {MORE.map((section) => (
            <SectionLink key={section.to} section={section} phone={phone} onFollow={close} />
          ))}
          {phone && (
            <div className={styles.switches}>
              <LanguageSwitch labelled />
              <SchemeSwitch labelled />
              <OwnButton />
            </div>
          )}
        </div>
      </div>
    </nav>
  );
}

interface LinkProps {
  section: Section;
  phone: boolean;
  /** For the links that do not fit into the bar. */
  onFollow?: () => void;
}

function SectionLink({ section, phone, onFollow }: LinkProps) {
  const t = useText();
  const { to, icon, text, short = text } = section;
  const isBar = phone && onFollow === undefined;
  return (
    <NavLink
      to={to}
      end={to === paths.home()}
      className={`row gap-12 plain-link ${styles.link}`}
      title={t(text)}
      aria-label={isBar ? t(text) : undefined}
      onClick={onFollow}
    >
      <Icon name={icon} />
      <span className={isBar ? styles.short : undefined}>{t(isBar ? short : text)}</span>
    </NavLink>
  );
}

/**
 * The links that do not fit into a phone's bar: opens above it, and closes on Escape or an outside
 * touch.
 */
function useMore() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && container.current?.contains(target) === false) setOpen(false);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [open]);
  return {
    open,
    button,
    container,
    toggle: () => setOpen(!open),
    close: () => setOpen(false),
  };
}
