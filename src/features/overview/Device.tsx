import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { clearDeviceData } from "#common/clearDeviceData.ts";
import { paths } from "#paths";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { expireDrafts } from "#ui/form/draft/expireDrafts.ts";
import { useUiText } from "#ui/messages.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useOverviewText } from "./messages.ts";
import styles from "./Overview.module.css";

/** In the address after all was forgotten: the page is reloaded and has no other memory. */
const DONE = "#forgotten";
const PARTS = ["drafts", "presence", "names", "choices"] as const;

/** What this browser keeps of Pult, and the way to leave nothing behind. */
export function Device() {
  const t = useOverviewText();
  const [asks, setAsks] = useState(false);
  useEffect(expireDrafts, []);
  const isDone = useLocation().hash === DONE;
  return (
    <section className={styles.device} aria-label={t("device.title")}>
      <p role="status">{isDone ? t("device.done") : t("device.text")}</p>
      {!isDone && (
        <Button size="small" variant="outlined" onClick={() => setAsks(true)}>
          {t("device.forget")}
        </Button>
      )}
      {asks && <Question onClose={() => setAsks(false)} />}
    </section>
  );
}

async function forget(): Promise<void> {
  await clearDeviceData();
  history.replaceState(null, "", paths.home() + DONE);
  // What this page holds in memory goes with it.
  location.reload();
}

function Question({ onClose }: { onClose: () => void }) {
  const t = useOverviewText();
  const ui = useUiText();
  const flight = useSingleFlight();
  return (
    <ConfirmDialog
      title={t("device.question")}
      onClose={flight.running ? () => undefined : onClose}
      actions={
        <>
          <Button autoFocus variant="outlined" disabled={flight.running} onClick={onClose}>
            {ui("ui.cancel")}
          </Button>
          <Button
            color="error"
            variant="contained"
            loading={flight.running}
            onClick={() => void flight.run(forget)}
          >
            {t("device.forgetAll")}
          </Button>
        </>
      }
    >
      <p>{t("device.goes")}</p>
      <ul className={styles.parts}>
        {PARTS.map((part) => (
          <li key={part}>{t(`device.part.${part}`)}</li>
        ))}
      </ul>
      <p>{t("device.stays")}</p>
    </ConfirmDialog>
  );
}
