import Button from "@mui/material/Button";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react";
import { useText } from "#i18n/texts.ts";
import { Icon } from "./icons.tsx";
import styles from "./MoreMenu.module.css";

/**
 * A button that opens what is rarely needed, or destroys. Pressing one of the buttons within closes it
 * and gives the focus back first, so that a dialog returns the focus to a button that is still there.
 */
export function MoreMenu({ children }: { children: ReactNode }) {
  const t = useText();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  // Undefined until it is opened first: what stands in it may load its code then.
  const [open, setOpen] = useState<boolean>();
  const close = () => {
    opener.current?.focus();
    setOpen(false);
  };
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key === "Escape" && open) close();
  };
  const closeOnLeave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- listens to what is within it
    <div className={styles.more} onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <Button
        ref={opener}
        variant="outlined"
        startIcon={<Icon name="more" size={16} />}
        aria-expanded={open === true}
        aria-controls={id}
        onClick={({ currentTarget }) => {
          // Safari does not focus a button that is pressed.
          currentTarget.focus();
          setOpen(!open);
        }}
      >
        {t("ui.more")}
      </Button>
      {/* Not focusable itself: a press beside the buttons must not count as leaving. */}
      <div
        id={id}
        className={`card ${styles.items}`}
        hidden={!open}
        tabIndex={-1}
        onClickCapture={close}
      >
        {open !== undefined && children}
      </div>
    </div>
  );
}
