import Button from "@mui/material/Button";
import { clearDeviceData } from "#common/clearDeviceData.ts";
import { paths } from "#paths";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useText } from "#i18n/texts.ts";
import { FORGOTTEN } from "./forgotten.ts";
import styles from "./Overview.module.css";

const PARTS = ["drafts", "presence", "names", "choices"] as const;

/** Asks whether to clear what this browser stores for Pult, and does it. */
export function ConfirmClear({ onClose }: { onClose: () => void }) {
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

async function clearAndReload(): Promise<void> {
  await clearDeviceData();
  history.replaceState(null, "", paths.home() + FORGOTTEN);
  // The reload clears this page's memory too.
  location.reload();
}
