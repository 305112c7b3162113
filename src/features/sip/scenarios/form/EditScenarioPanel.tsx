import Button from "@mui/material/Button";
import { useState } from "react";
import { Link, useLocation, useParams } from "react-router";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useText } from "#i18n/texts.ts";
import { parseId, paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import { ScenarioForm } from "./ScenarioForm.tsx";
import {
  type OpenedScenario,
  ScenarioPlaceholder,
  useScenarioSnapshot,
} from "./ScenarioSnapshot.tsx";
import { toDraft } from "./schema.ts";
import { useGuardedReplace } from "./useGuardedReplace.ts";
import { usable } from "./useScenarioMemory.ts";

/** `/sip/:id/scenarios/:sid/edit`: fills in what the provider returned, and requires the rest. */
export function EditScenarioPanel() {
  const { id, sid } = useParams();
  // No scenario has the id 0, so an invalid id is shown as not found.
  return <Panel key={`${id} ${sid}`} id={Number(id)} sid={parseId(sid) ?? 0} />;
}

function Panel({ id, sid }: { id: number; sid: number }) {
  const t = useText();
  const close = useClosePanel(paths.sipAccount(id));
  const { opened, reopen, latest } = useScenarioSnapshot(id, sid);
  const title =
    opened.state === "opened"
      ? t("scenarioForm.editTitle", { name: opened.scenario.name })
      : t("scenarioForm.loadingTitle");
  usePanelTitle(title);
  return (
    <SidePanel title={title} wide onClose={() => void close()}>
      {opened.state === "opened" ? (
        <EditForm
          key={opened.version}
          id={id}
          opened={opened}
          remembered={latest}
          onReopen={reopen}
          onClose={close}
        />
      ) : (
        <ScenarioPlaceholder opened={opened} onClose={close} />
      )}
    </SidePanel>
  );
}

interface FormProps {
  id: number;
  opened: OpenedScenario;
  remembered: RememberedScenario | undefined;
  onReopen: (scenario: SipScenario) => void;
  onClose: () => Promise<void>;
}

function EditForm({ id, opened: { scenario, memory }, ...props }: FormProps) {
  const t = useText();
  const phone = usePhoneFormat();
  const state: unknown = useLocation().state;
  const [draft] = useState(() => toDraft(scenario, phone, usable(memory)));
  const { conflict, save } = useGuardedReplace(id, scenario, memory);
  return (
    <ScenarioForm
      {...props}
      draft={draft}
      isMemoryUnread={!memory.isFresh}
      of={scenario}
      kind="edit"
      submitLabel={t("form.save")}
      save={save}
      conflict={conflict}
      actions={
        <Button
          component={Link}
          to={paths.sipScenarioCopy(id, scenario.id)}
          // Replaces this form in the history: closing the copy leads where closing this one would.
          replace
          state={state}
          variant="outlined"
        >
          {t("scenarioForm.duplicate")}
        </Button>
      }
    />
  );
}
