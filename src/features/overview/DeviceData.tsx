import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { clearDeviceData } from "#common/clearDeviceData.ts";
import { paths } from "#paths";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { expireDrafts } from "#ui/form/draft/expireDrafts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Overview.module.css";

/** In the URL after the data was cleared: it survives the reload. */
const DONE = "#forgotten";
const PARTS = ["drafts", "presence", "names", "choices"] as const;

/** What this browser stores for Pult, with a button that clears it. */
export function DeviceData() {
  const t = useText();
  const [asks, setAsks] = useState(false);
  useEffect(expireDrafts, []);
  const isDone = useLocation().hash === DONE;
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

async function clearAndReload(): Promise<void> {
  await clearDeviceData();
  history.replaceState(null, "", paths.home() + DONE);
  // The reload clears this page's memory too.
  location.reload();
}

function ConfirmClear({ onClose }: { onClose: () => void }) {
  const t = useText();
  const flight = useSingleFlight();
  return (
    <ConfirmDialog
      title={t("device.question")}
      onClose={flight.running ? () => undefined : onClose}
      actions={
        <>
          <Button autoFocus variant="outlined" disabled={flight.running} onClick={onClose}>
            {t("ui.cancel")}
          </Button>
          <Button
            color="error"
            variant="contained"
            loading={flight.running}
            onClick={() => void flight.run(clearAndReload)}
          >
            {t("device.forgetAll")}
          </Button>
        </>
      }
    >
      <p>{t("device.goes")}</p>
      <ul className={`stack gap-4 ${styles.parts}`}>
        {PARTS.map((part) => (
          <li key={part}>{t(`device.part.${part}`)}</li>
        ))}
      </ul>
      <p>{t("device.stays")}</p>
    </ConfirmDialog>
  );
}
