import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { SidePanel } from "#ui/SidePanel.tsx";
import { useScenarioText } from "../messages.ts";
import { scenariosQuery } from "../queries.ts";

/** `/sip/:id/scenarios/:sid/edit`. */
export function EditScenarioPanel() {
  const t = useScenarioText();
  const { id, sid } = useParams();
  const { data } = useQuery(scenariosQuery(Number(id)));
  const name = data?.items.find((scenario) => scenario.id === Number(sid))?.name ?? "";
  const close = useClosePanel(paths.sipAccount(Number(id)));
  return (
    <SidePanel title={t("scenarioForm.editTitle", { name })} onClose={() => void close()}>
      {null}
    </SidePanel>
  );
}
