import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Icon } from "./icons.tsx";
import { useUiText } from "./messages.ts";
import { focusPageTitle } from "./pageTitle.ts";
import { dismissToast, holdToast, releaseToast, type Toast, useToasts } from "./toasts.ts";
import styles from "./Toasts.module.css";

/**
 * The place of the toasts; mounted once. The region is always there, so that readers hear it; over
 * an open panel too, for which all else is hidden from them.
 */
export function Toasts() {
  const toasts = useToasts();
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = region;
    if (current === null) return undefined;
    const show = () => current.removeAttribute("aria-hidden");
    const hiding = new MutationObserver(show);
    hiding.observe(current, { attributeFilter: ["aria-hidden"] });
    return () => hiding.disconnect();
  }, []);
  return createPortal(
    <div ref={region} className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((item) => (
        <OneToast key={item.id} item={item} />
      ))}
    </div>,
    document.body,
  );
}

function OneToast({ item: { id, tone, text, action } }: { item: Toast }) {
  const t = useUiText();
  const close = () => {
    focusPageTitle();
    dismissToast(id);
  };
  return (
    <div
      className={styles.toast}
      onMouseEnter={() => holdToast(id)}
      onFocus={() => holdToast(id)}
      onMouseLeave={({ currentTarget }) => {
        if (!currentTarget.contains(document.activeElement)) releaseToast(id);
      }}
      onBlur={({ currentTarget }) => {
        if (!currentTarget.matches(":hover")) releaseToast(id);
      }}
    >
      <Icon name={tone === "done" ? "check" : "warning"} />
      <span className={styles.text}>{text}</span>
      {action !== undefined && (
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
      )}
      <IconButton color="inherit" aria-label={t("ui.close")} onClick={close}>
        <Icon name="close" size={16} />
      </IconButton>
    </div>
  );
}
