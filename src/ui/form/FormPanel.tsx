import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import { type FormEvent, type ReactNode, useId } from "react";
import { Icon } from "../icons.tsx";
import { useUiText } from "../messages.ts";
import { Notice } from "../Notice.tsx";
import styles from "../SidePanel.module.css";
import { useDocumentTitle } from "../PageHeader.tsx";
import { UnsavedDialog } from "./UnsavedDialog.tsx";

interface Props {
  title: string;
  /** Save is under way: the button says so and a second press does nothing. */
  loading: boolean;
  /** Why the last save failed, where no field is to blame; stands above the buttons. */
  submitError: ReactNode;
  submitLabel: string;
  /** Something was changed and not saved: leaving asks. */
  dirty: boolean;
  /** Set by the form when it was saved and is about to leave. */
  saved: React.RefObject<boolean>;
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a panel from the right that has an address; full screen on a phone. */
export function FormPanel(props: Props) {
  const { title, loading, submitError, submitLabel, dirty, onSubmit, onClose, children } = props;
  const t = useUiText();
  const heading = useId();
  useDocumentTitle(title);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      transitionDuration={{ appear: 150, enter: 150, exit: 0 }}
      slotProps={{ paper: { role: "dialog", "aria-modal": true, "aria-labelledby": heading } }}
    >
      <form className={styles.panel} onSubmit={onSubmit} noValidate>
        <div className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <IconButton aria-label={t("ui.close")} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </div>
        <div className={styles.body}>{children}</div>
        <div className={styles.foot}>
          {submitError !== undefined && (
            <Notice tone="problem" urgent>
              {submitError}
            </Notice>
          )}
          <div className={styles.buttons}>
            <Button type="submit" variant="contained" loading={loading} loadingPosition="start">
              {submitLabel}
            </Button>
            <Button onClick={onClose}>{t("ui.cancel")}</Button>
          </div>
        </div>
      </form>
      <UnsavedDialog dirty={dirty} saved={props.saved} />
    </Drawer>
  );
}
