import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import { type ReactNode, useId } from "react";
import { useText } from "#i18n/texts.ts";
import { Icon } from "./icons.tsx";
import styles from "./SidePanel.module.css";
import { unbroken } from "./unbroken.tsx";

interface Props {
  title: string;
  onClose: () => void;
  /** Room for two columns on a large screen. */
  wide?: boolean;
  /** A `body` and perhaps a `foot` (see `SidePanel.module.css`). */
  children: ReactNode;
}

/** A panel from the right, full screen on a phone; keeps the focus inside until it closes. */
export function SidePanel({ title, onClose, wide = false, children }: Props) {
  const t = useText();
  const heading = useId();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      transitionDuration={{ appear: 150, enter: 150, exit: 0 }}
      slotProps={{ paper: { role: "dialog", "aria-modal": true, "aria-labelledby": heading } }}
    >
      <div className={`${styles.panel} ${wide ? styles.wide : ""}`}>
        <div className={`row gap-8 ${styles.head}`}>
          <h2 id={heading} className="grow heading">
            {unbroken(title)}
          </h2>
          <IconButton aria-label={t("ui.close")} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </div>
        {children}
      </div>
    </Drawer>
  );
}
