import { useLocation } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import { AlertSettings } from "../watch/AlertSettings.tsx";

/** `/status/alerts`: which alerts follow when a watched account drops. */
export function AlertsPanel() {
  const t = useText();
  const { search } = useLocation();
  const close = useClosePanel({ pathname: paths.status(), search });
  usePanelTitle(t("board.alerts"));
  return (
    <SidePanel title={t("board.alerts")} onClose={() => void close()}>
      <div className={panel.body}>
        <AlertSettings />
      </div>
    </SidePanel>
  );
}
