import type { ReactNode } from "react";
import { useText } from "#i18n/texts.ts";
import { Icon } from "../icons.tsx";
import styles from "./Form.module.css";
import { reasonText } from "./issues.ts";

interface Props {
  id: string;
  label: string;
  help?: ReactNode;
  /** An encoded error (see `issues.ts`). */
  error: string | undefined;
  children: ReactNode;
}

/** Ids of a field's help and error, for `aria-describedby`. */
export function describedBy(id: string, error: string | undefined): string {
  return error === undefined ? `${id}-help` : `${id}-error ${id}-help`;
}

/** A control with its label, its error and its help text. */
export function Field({ id, label, help, error, children }: Props) {
  return (
    <div className={styles.field}>
      <label className="small strong" htmlFor={id}>
        {label}
      </label>
      {children}
      <FieldError id={id} error={error} />
      <div id={`${id}-help`} className="caption muted">
        {help}
      </div>
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  const t = useText();
  if (error === undefined) return null;
  return (
    <p id={`${id}-error`} className="hint small offline">
      <Icon name="warning" size={16} />
      <span>{reasonText(error, t)}</span>
    </p>
  );
}
