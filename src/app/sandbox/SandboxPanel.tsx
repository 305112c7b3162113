import { useState } from "react";
import { Notice } from "#ui/Notice.tsx";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import { FaultSwitch } from "./FaultSwitch.tsx";
import { OfficeReset } from "./OfficeReset.tsx";
import { Stories } from "./Stories.tsx";

/** The sandbox's controls: stories to try, and what they are made of, another office and faults. */
export function SandboxPanel({ onClose }: { onClose: () => void }) {
  const t = useText();
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
    <SidePanel title={t("sandbox.title")} onClose={onClose}>
      <div className={panel.body}>
        <p className="muted">{t("sandbox.lead")}</p>
        {problem !== undefined && (
          <Notice tone="problem" urgent>
            {t("sandbox.failed", { reason: problem })}
          </Notice>
        )}
        <Stories attempt={attempt} onLeave={onClose} />
        <details className="divided">
          <summary className="subheading strong">{t("sandbox.details")}</summary>
          <div className="stack gap-20">
            <OfficeReset attempt={attempt} />
            <FaultSwitch attempt={attempt} />
          </div>
        </details>
      </div>
    </SidePanel>
  );
}
