import Button from "@mui/material/Button";
import { useState } from "react";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useErrorText } from "#common/errorText.ts";
import { usePauseAlerts } from "#domain/alerts/mutations.ts";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { PauseDialog } from "./dialogs.ts";

/** The button that pauses all rules. */
export function PauseAll() {
  const t = useText();
  const pause = usePauseAlerts();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setAsks(true)}>
        {t("alerts.pauseAll")}
      </Button>
      {asks && (
        <PauseDialog
          title={t("alerts.pauseAllTitle")}
          onPause={(until) => pause.mutateAsync({ body: { until } })}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

/** That all rules are paused, and the button that ends it. */
export function AllPaused({ until }: { until: number }) {
  const t = useText();
  const moment = useMoment();
  const errorText = useErrorText();
  const { mutateAsync } = usePauseAlerts();
  const resuming = useSingleFlight();
  const resume = async () => {
    try {
      await mutateAsync({ body: { until: null } });
      toast("success", t("alerts.resumed"));
    } catch (error) {
      const { title, text } = errorText(error);
      toast("error", `${title}. ${text}`);
    }
  };
  return (
    <Notice
      tone="attention"
      action={
        <AdminsOnly>
          <Button size="small" onClick={() => void resuming.run(resume)}>
            {t("alerts.resume")}
          </Button>
        </AdminsOnly>
      }
    >
      {t("alerts.allPaused", { moment: moment(until) })}
    </Notice>
  );
}
