import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Icon } from "./icons.tsx";
import { useUiText } from "./messages.ts";
import { focusPageTitle } from "./pageTitle.ts";
import {
  dismissToast,
  extendToasts,
  holdToast,
  releaseToast,
  releaseToasts,
  type Toast,
  useToasts,
} from "./toasts.ts";
import styles from "./Toasts.module.css";
import { unbroken } from "./unbroken.tsx";

/**
 * The place of the toasts; mounted once. The region is always there, so that readers hear it. It
 * lies inside whatever dialog is on top: all else is hidden from readers and out of reach of Tab.
 */
export function Toasts() {
  const toasts = useToasts();
  const [place] = useState(() => document.createElement("div"));
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // Who is on the way to a toast by keyboard gets its whole time again.
      if (event.key === "Tab") extendToasts();
      if (event.key === "F6") visit(place, event);
    };
    const leaveByItself = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && place.contains(relatedTarget))) before = null;
    };
    document.addEventListener("keydown", hear);
    place.addEventListener("focusout", leaveByItself);
    return () => {
      document.removeEventListener("keydown", hear);
      place.removeEventListener("focusout", leaveByItself);
    };
  }, [place]);
  useEffect(() => {
    const move = () => {
      const top = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body;
      if (place.parentElement !== top) {
        top.append(place);
        // What is moved is told neither that the mouse leaves it nor that the focus does.
        releaseToasts();
      }
      // A dialog hides whatever stood beside it when it opened.
      place.removeAttribute("aria-hidden");
    };
    const opening = new MutationObserver(move);
    opening.observe(document.body, { childList: true });
    move();
    return () => {
      opening.disconnect();
      place.remove();
    };
  }, [place]);
  useRoom(place);
  return createPortal(
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((item) => (
        <OneToast key={item.id} item={item} />
      ))}
    </div>,
    place,
  );
}

/**
 * Tells the page how much room along its bottom the toasts take, in pixels. What has the focus, as
 * a rule the button that was just pressed, is scrolled out from under them.
 */
function useRoom(place: HTMLElement): void {
  useEffect(() => {
    const toasts = place.firstElementChild;
    if (toasts === null) return undefined;
    const watcher = new ResizeObserver(() => {
      document.documentElement.style.setProperty("--toast-room", `${toasts.clientHeight}px`);
      const { activeElement: focused } = document;
      if (focused === null || place.contains(focused)) return;
      const { top, bottom } = focused.getBoundingClientRect();
      const box = toasts.getBoundingClientRect();
      const isUnder = bottom > box.top && top < box.bottom && focused.clientWidth < box.width;
      if (isUnder) focused.scrollIntoView({ block: "nearest" });
    });
    watcher.observe(toasts);
    return () => watcher.disconnect();
  }, [place]);
}

/** Where the focus was before F6 took it to a toast. */
let before: Element | null = null;

/** F6 leads to the newest toast, which is last in the order of Tab, and from it back. */
function visit(place: Element, event: KeyboardEvent): void {
  const button = place.querySelector<HTMLElement>(":scope > div > :last-child button");
  if (button === null) return;
  event.preventDefault();
  if (place.contains(document.activeElement)) return leave(button);
  before = document.activeElement;
  button.focus();
}

/**
 * Where the focus goes from a toast that goes away: to where it came from by F6, else to the
 * dialog around the toast, else to the page.
 */
function leave(toast: Element | null): void {
  const back = before;
  before = null;
  if (back instanceof HTMLElement && back !== document.body && back.isConnected) {
    back.focus();
    if (back === document.activeElement) return;
  }
  const around = toast?.closest<HTMLElement>('[role="dialog"]');
  if (around) around.focus();
  else focusPageTitle();
}

function OneToast({ item: { id, tone, text, action } }: { item: Toast }) {
  const t = useUiText();
  const own = useRef<HTMLDivElement>(null);
  const close = () => {
    leave(own.current);
    dismissToast(id);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what is in it is pressed
    <div
      ref={own}
      className={styles.toast}
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
      onMouseEnter={() => holdToast(id)}
      onFocus={() => holdToast(id)}
      onMouseLeave={({ currentTarget }) => {
        if (!currentTarget.contains(document.activeElement)) releaseToast(id);
      }}
      onBlur={({ currentTarget }) => {
        if (!currentTarget.matches(":hover")) releaseToast(id);
      }}
    >
      <Icon name={tone === "success" ? "check" : "warning"} />
      <span className={styles.text}>{unbroken(text)}</span>
      <div className={styles.buttons}>
        {action !== undefined && (
          <>
            <span className="visually-hidden">{t("ui.toToast")}</span>
            <kbd className={styles.key} aria-hidden="true">
              F6
            </kbd>
            <Button
              color="inherit"
              size="small"
              className={styles.action}
              onClick={() => {
                close();
                action.run();
              }}
            >
              {action.label}
            </Button>
          </>
        )}
        <IconButton color="inherit" aria-label={t("ui.close")} onClick={close}>
          <Icon name="close" size={16} />
        </IconButton>
      </div>
    </div>
  );
}
