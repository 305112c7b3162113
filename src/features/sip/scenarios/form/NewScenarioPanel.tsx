import { useParams } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { SidePanel } from "#ui/SidePanel.tsx";
import { useScenarioText } from "../messages.ts";

/** `/sip/:id/scenarios/new`: a new scenario, or with `?from=` a copy of another. */
export function NewScenarioPanel() {
  const t = useScenarioText();
  const close = useClosePanel(paths.sipAccount(Number(useParams().id)));
  return (
    <SidePanel title={t("scenarioForm.createTitle")} onClose={() => void close()}>
      {null}
    </SidePanel>
  );
}
