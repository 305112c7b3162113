import IconButton from "@mui/material/IconButton";
import { Icon } from "./icons.tsx";
import { useUiText } from "./messages.ts";
import { focusPageTitle } from "./pageTitle.ts";
import { dismissToast, useToasts } from "./toasts.ts";
import styles from "./Toasts.module.css";

/** The place of the toasts; mounted once. The region is always there, so that readers hear it. */
export function Toasts() {
  const toasts = useToasts();
  const t = useUiText();
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((item) => (
        <div key={item.id} className={styles.toast}>
          <Icon name={item.tone === "done" ? "check" : "warning"} />
          <span className={styles.text}>{item.text}</span>
          <IconButton
            color="inherit"
            aria-label={t("ui.close")}
            onClick={() => {
              focusPageTitle();
              dismissToast(item.id);
            }}
          >
            <Icon name="close" size={16} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
