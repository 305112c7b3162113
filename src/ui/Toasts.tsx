import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useText } from "#i18n/texts.ts";
import { Icon } from "./icons.tsx";
import { focusPageTitle } from "./pageTitle.ts";
import {
  dismissToast,
  restartToasts,
  pauseToast,
  resumeToast,
  resumeToasts,
  type Toast,
  useToasts,
} from "./toasts.ts";
import styles from "./Toasts.module.css";
import { unbroken } from "./unbroken.tsx";

/**
 * The container of the toasts; mounted once. The live region is always there, so that screen readers
 * announce it. It moves into the topmost dialog: everything else is hidden and out of reach of Tab.
 */
export function Toasts() {
  const toasts = useToasts();
  const [container] = useState(() => document.createElement("div"));
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A keyboard user on the way to a toast gets its full time again.
      if (event.key === "Tab") restartToasts();
      if (event.key === "F6") toggleToastFocus(container, event);
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && container.contains(relatedTarget)))
        previousFocus = null;
    };
    document.addEventListener("keydown", onKeyDown);
    container.addEventListener("focusout", onFocusOut);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      container.removeEventListener("focusout", onFocusOut);
    };
  }, [container]);
  useEffect(() => {
    const move = () => {
      const top = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body;
      if (container.parentElement !== top) {
        top.append(container);
        // A moved element gets no mouseleave and no blur.
        resumeToasts();
      }
      // A dialog hides its siblings when it opens.
      container.removeAttribute("aria-hidden");
    };
    const opening = new MutationObserver(move);
    opening.observe(document.body, { childList: true });
    move();
    return () => {
      opening.disconnect();
      container.remove();
    };
  }, [container]);
  useReservedSpace(container);
  return createPortal(
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((item) => (
        <ToastItem key={item.id} item={item} />
      ))}
    </div>,
    container,
  );
}

/**
 * Publishes the height of the toasts as a CSS variable, and scrolls the focused element, usually the
 * button just pressed, out from under them.
 */
function useReservedSpace(container: HTMLElement): void {
  useEffect(() => {
    const toasts = container.firstElementChild;
    if (toasts === null) return undefined;
    const watcher = new ResizeObserver(() => {
      document.documentElement.style.setProperty("--toast-room", `${toasts.clientHeight}px`);
      const { activeElement: focused } = document;
      if (focused === null || container.contains(focused)) return;
      const { top, bottom } = focused.getBoundingClientRect();
      const box = toasts.getBoundingClientRect();
      const isUnder = bottom > box.top && top < box.bottom && focused.clientWidth < box.width;
      if (isUnder) focused.scrollIntoView({ block: "nearest" });
    });
    watcher.observe(toasts);
    return () => watcher.disconnect();
  }, [container]);
}

/** Where the focus was before F6 took it to a toast. */
let previousFocus: Element | null = null;

/** F6 leads to the newest toast, which is last in the order of Tab, and from it back. */
function toggleToastFocus(container: Element, event: KeyboardEvent): void {
  const button = container.querySelector<HTMLElement>(":scope > div > :last-child button");
  if (button === null) return;
  event.preventDefault();
  if (container.contains(document.activeElement)) return restoreFocus(button);
  previousFocus = document.activeElement;
  button.focus();
}

/**
 * Where the focus moves from a toast that disappears: back to where F6 took it from, else to the
 * dialog around the toast, else to the page.
 */
function restoreFocus(toast: Element | null): void {
  const back = previousFocus;
  previousFocus = null;
  if (back instanceof HTMLElement && back !== document.body && back.isConnected) {
    back.focus();
    if (back === document.activeElement) return;
  }
  const around = toast?.closest<HTMLElement>('[role="dialog"]');
  if (around) around.focus();
  else focusPageTitle();
}

function ToastItem({ item: { id, tone, text, action } }: { item: Toast }) {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const close = () => {
    restoreFocus(root.current);
    dismissToast(id);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what is in it is pressed
    <div
      ref={root}
      className={`beside wrap gap-4-8 ${styles.toast}`}
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
      onMouseEnter={() => pauseToast(id)}
      onFocus={() => pauseToast(id)}
      onMouseLeave={({ currentTarget }) => {
        if (!currentTarget.contains(document.activeElement)) resumeToast(id);
      }}
      onBlur={({ currentTarget }) => {
        if (!currentTarget.matches(":hover")) resumeToast(id);
      }}
    >
      <Icon name={tone === "success" ? "check" : "warning"} />
      <span className={styles.text}>{unbroken(text)}</span>
      <div className={`row gap-8 ${styles.buttons}`}>
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
