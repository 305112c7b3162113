import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import { useId, useState } from "react";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import panel from "#ui/SidePanel.module.css";
import { useAppText } from "../messages.ts";
import { FaultSwitch } from "./FaultSwitch.tsx";
import { OfficeReset } from "./OfficeReset.tsx";
import styles from "./SandboxPanel.module.css";

/** For a person what the sandbox's control is for a test: another office, and faults. */
export function SandboxPanel({ onClose }: { onClose: () => void }) {
  const t = useAppText();
  const heading = useId();
  const [problem, setProblem] = useState<string>();
  const attempt = async (action: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await action();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      transitionDuration={{ appear: 150, enter: 150, exit: 0 }}
      slotProps={{ paper: { role: "dialog", "aria-modal": true, "aria-labelledby": heading } }}
    >
      <div className={panel.panel}>
        <div className={panel.head}>
          <h2 id={heading}>{t("sandbox.title")}</h2>
          <IconButton aria-label={t("sandbox.close")} onClick={onClose} autoFocus>
            <Icon name="close" />
          </IconButton>
        </div>
        <div className={panel.body}>
          <p className={styles.lead}>{t("sandbox.lead")}</p>
          {problem !== undefined && (
            <Notice tone="problem" urgent>
              {t("sandbox.failed", { reason: problem })}
            </Notice>
          )}
          <OfficeReset attempt={attempt} />
          <FaultSwitch attempt={attempt} />
        </div>
      </div>
    </Drawer>
  );
}
