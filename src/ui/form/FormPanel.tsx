import Button from "@mui/material/Button";
import { type ReactNode, useRef } from "react";
import { useText } from "#i18n/texts.ts";
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
  /** Shows the submit button as loading; by default whenever a write is running. */
  loading?: boolean;
  /** The error of the last save that belongs to no field; shown above the buttons. */
  submitError: ReactNode;
  submitLabel: string;
  /** A second submit button. */
  secondaryAction?: { label: string; loading: boolean; onClick: () => void } | undefined;
  /** Unsaved input: it survives a reload, and leaving it asks first. */
  draft: FormDraft;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a side panel with its own route; full screen on a phone. */
export function FormPanel({ title, ...form }: FormProps & { title: string }) {
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={form.onClose}>
      <PanelForm {...form} />
    </SidePanel>
  );
}

/** The form without the panel, for a panel that opens before its form is ready. */
export function PanelForm(props: FormProps) {
  const { draft, submitError, submitLabel, secondaryAction, onSubmit, onClose, children } = props;
  const { loading = draft.saving } = props;
  const t = useText();
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
          <div className="buttons">
            <Button type="submit" variant="contained" loading={loading} loadingPosition="start">
              {submitLabel}
            </Button>
            {secondaryAction !== undefined && (
              <Button
                variant="outlined"
                loading={secondaryAction.loading}
                loadingPosition="start"
                onClick={secondaryAction.onClick}
              >
                {secondaryAction.label}
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
