import type { ReactNode } from "react";
import { useText } from "#i18n/texts.ts";
import styles from "./Voicemail.module.css";

interface Props {
  was: string;
  now: string;
  children: ReactNode;
}

/** A field's help, and what would change there. */
export function PendingChange({ was, now, children }: Props) {
  const t = useText();
  return (
    <>
      {children}
      {was !== now && <span className={styles.change}>{t("voicemail.change", { was, now })}</span>}
    </>
  );
}
