import { useState } from "react";
import { useMoment } from "#i18n/useMoment.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { loadTexts, useText } from "#i18n/texts.ts";
import { useDataAge } from "../dataAge.ts";
import { useMode } from "../session.ts";
import styles from "./Header.module.css";

const SandboxPanel = lazyPart(
  async () => {
    const [part] = await Promise.all([
      import("../sandbox/SandboxPanel.tsx"),
      loadTexts("app/sandbox"),
    ]);
    return part.SandboxPanel;
  },
  ({ onClose }) => onClose(),
);

/** How fresh the data is; in sandbox mode also opens the sandbox's controls. */
export function DataBadge() {
  const t = useText();
  const moment = useMoment();
  const at = useDataAge();
  const mode = useMode();
  const [open, setOpen] = useState(false);
  return (
    <>
      {mode === "provider" && at > 0 && (
        <span className="caption muted unbroken" translate="no">
          {t("app.dataOf", { time: moment(at) })}
        </span>
      )}
      {mode === "sandbox" && (
        <button
          type="button"
          className={styles.sandbox}
          title={t("app.sandboxHint")}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {t("app.sandbox")}
        </button>
      )}
      {open && <SandboxPanel onClose={() => setOpen(false)} />}
    </>
  );
}
