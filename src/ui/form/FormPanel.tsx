import Button from "@mui/material/Button";
import { type ReactNode, useRef } from "react";
import { useUiText } from "../messages.ts";
import { Notice } from "../Notice.tsx";
import { usePanelTitle } from "../pageTitle.ts";
import { SidePanel } from "../SidePanel.tsx";
import styles from "../SidePanel.module.css";
import { DraftNotice } from "./draft/DraftNotice.tsx";
import type { FormDraft } from "./draft/useFormDraft.ts";
import { UnsavedDialog } from "./UnsavedDialog.tsx";
import { useFocusInView } from "./useFocusInView.ts";
import { useFocusOnClick } from "./useFocusOnClick.ts";

interface FormProps {
  /** The button says that save is under way; unless told otherwise, whenever a write is. */
  loading?: boolean;
  /** Why the last save failed, where no field is to blame; stands above the buttons. */
  submitError: ReactNode;
  submitLabel: string;
  /** Another way to save, beside the usual one. */
  second?: { label: string; loading: boolean; onClick: () => void } | undefined;
  /** What was typed and not saved: it is kept over a reload, and leaving it asks. */
  draft: FormDraft;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a panel from the right that has an address; full screen on a phone. */
export function FormPanel({ title, ...form }: FormProps & { title: string }) {
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={form.onClose}>
      <PanelForm {...form} />
    </SidePanel>
  );
}

/** The form alone, for a panel that is there before its form is. */
export function PanelForm(props: FormProps) {
  const { draft, submitError, submitLabel, second, onSubmit, onClose, children } = props;
  const { loading = draft.saving } = props;
  const t = useUiText();
  const form = useRef<HTMLFormElement>(null);
  useFocusOnClick(form);
  useFocusInView(form);
  return (
    <>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className={styles.body}>
          <DraftNotice found={draft.found} onDiscard={draft.discard} />
          {children}
        </div>
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
            {second !== undefined && (
              <Button
                variant="outlined"
                loading={second.loading}
                loadingPosition="start"
                onClick={second.onClick}
              >
                {second.label}
              </Button>
            )}
            <Button onClick={onClose}>{t("ui.cancel")}</Button>
          </div>
        </div>
      </form>
      <UnsavedDialog {...draft} onLeave={draft.leave} />
    </>
  );
}
