import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { expireDrafts } from "#ui/form/draft/expireDrafts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { useText } from "#i18n/texts.ts";
import { FORGOTTEN } from "./forgotten.ts";
import styles from "./Overview.module.css";

/** What this browser stores for Pult, with a button that clears it. */
export function DeviceData() {
  const t = useText();
  const [asks, setAsks] = useState(false);
  useEffect(expireDrafts, []);
  const isDone = useLocation().hash === FORGOTTEN;
  return (
    <section
      className={`row wrap gap-8-16 muted small ${styles.device}`}
      aria-label={t("device.title")}
    >
      <p role="status">{isDone ? t("device.done") : t("device.text")}</p>
      {!isDone && (
        <Button size="small" variant="outlined" onClick={() => setAsks(true)}>
          {t("device.forget")}
        </Button>
      )}
      {asks && <ConfirmClear onClose={() => setAsks(false)} />}
    </section>
  );
}

const ConfirmClear = lazyPart<{ onClose: () => void }>(
  async () => (await import("./ConfirmClear.tsx")).ConfirmClear,
  ({ onClose }) => onClose(),
);
