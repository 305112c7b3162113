import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import {
  disableNotifications,
  disableSound,
  enableNotifications,
  enableSound,
  canNotify,
  useAlertPreferences,
} from "./alerts.ts";

type Problem = "denied" | "unsupported" | "silent";

/** What happens when a starred account drops, and what the browser refuses. */
export function AlertSettings() {
  const t = useText();
  const { notify, sound } = useAlertPreferences();
  const [notifyProblem, setNotifyProblem] = useState<Problem>();
  const [soundProblem, setSoundProblem] = useState<Problem>();
  const toggleNotify = async (on: boolean) => {
    setNotifyProblem(undefined);
    if (!on) {
      disableNotifications();
      return;
    }
    const sample = { title: t("watch.alerts.done"), text: t("watch.alerts.doneText") };
    const outcome = await enableNotifications(sample);
    if (outcome !== "on") setNotifyProblem(outcome);
  };
  const toggleSound = async (on: boolean) => {
    setSoundProblem(undefined);
    if (!on) disableSound();
    else if (!(await enableSound())) setSoundProblem("silent");
  };
  return (
    <div className="stack gap-8">
      <FormControlLabel
        control={<Checkbox />}
        label={t("watch.alerts.notify")}
        checked={notify && canNotify()}
        onChange={(_event, on) => void toggleNotify(on)}
      />
      <ProblemNotice problem={notifyProblem} />
      <FormControlLabel
        control={<Checkbox />}
        label={t("watch.alerts.sound")}
        checked={sound}
        onChange={(_event, on) => void toggleSound(on)}
      />
      <ProblemNotice problem={soundProblem} />
      <p className="muted small">{t("watch.alerts.note")}</p>
    </div>
  );
}

function ProblemNotice({ problem }: { problem: Problem | undefined }) {
  const t = useText();
  if (problem === undefined) return null;
  return (
    <Notice tone="problem" urgent>
      {t(`watch.alerts.${problem}`)}
    </Notice>
  );
}
