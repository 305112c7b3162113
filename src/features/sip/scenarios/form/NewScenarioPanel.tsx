import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { useUndoAction } from "#common/journal/useUndoAction.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import type { SaveResult } from "#common/usePanelForm.tsx";
import { type ScenarioBody, useCreateScenario } from "#domain/scenarios/mutations.ts";
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
import { cutName, type Draft, toDraft, EMPTY } from "./schema.ts";
import { useActivateCreated } from "./useActivateCreated.ts";
import type { SaveMode } from "./useGuardedReplace.ts";
import { usable } from "./useScenarioMemory.ts";

/** `/sip/:id/scenarios/new`: a new scenario, or with `?from=` a copy of another. */
export function NewScenarioPanel() {
  const id = Number(useParams().id);
  const from = useSearchParams()[0].get("from");
  // No scenario has the id 0, so an invalid id is shown as not found.
  return from === null ? <Empty id={id} /> : <Copy key={from} id={id} from={parseId(from) ?? 0} />;
}

function Empty({ id }: { id: number }) {
  const t = useText();
  const title = t("scenarioForm.createTitle");
  const close = useClosePanel(paths.sipAccount(id));
  usePanelTitle(title);
  return (
    <SidePanel title={title} wide onClose={() => void close()}>
      <NewForm
        id={id}
        kind="new"
        of={null}
        draft={{ values: EMPTY, unknown: [] }}
        onClose={close}
      />
    </SidePanel>
  );
}

function Copy({ id, from }: { id: number; from: number }) {
  const t = useText();
  const close = useClosePanel(paths.sipAccount(id));
  const { opened, latest } = useScenarioSnapshot(id, from);
  const title =
    opened.state === "opened"
      ? t("scenarioForm.copyTitle", { name: opened.scenario.name })
      : t("scenarioForm.createTitle");
  usePanelTitle(title);
  return (
    <SidePanel title={title} wide onClose={() => void close()}>
      {opened.state === "opened" ? (
        <CopyForm id={id} opened={opened} remembered={latest} onClose={close} />
      ) : (
        <ScenarioPlaceholder opened={opened} onClose={close} />
      )}
    </SidePanel>
  );
}

interface FormProps {
  id: number;
  onClose: () => Promise<void>;
}

interface CopyProps extends FormProps {
  opened: OpenedScenario;
  remembered: RememberedScenario | undefined;
}

function CopyForm({ opened: { scenario, memory }, ...props }: CopyProps) {
  const t = useText();
  const phone = usePhoneFormat();
  // Computed once: neither a language switch nor the phone library changes what is being edited.
  const [draft] = useState(() => {
    const copied = toDraft(scenario, phone, usable(memory));
    const name = cutName(t("scenarioForm.copyName", { name: copied.values.name }));
    return { ...copied, values: { ...copied.values, name } };
  });
  return (
    <NewForm {...props} kind="copy" of={scenario} draft={draft} isMemoryUnread={!memory.isFresh} />
  );
}

interface NewProps extends FormProps {
  kind: "new" | "copy";
  of: SipScenario | null;
  draft: Draft;
  remembered?: RememberedScenario | undefined;
  isMemoryUnread?: boolean;
}

function NewForm({ id, ...props }: NewProps) {
  const t = useText();
  const create = useCreateScenario();
  const findUndo = useUndoAction();
  const activateCreated = useActivateCreated(id);
  const save = async (body: ScenarioBody, mode: SaveMode): Promise<SaveResult> => {
    const { createdId, entry } = await create.mutateAsync({ params: { id }, body });
    if (mode !== "saveAndActivate") {
      const message = t("scenarioForm.created", { name: body.name });
      return { message, undo: await findUndo(entry) };
    }
    await activateCreated(body, createdId);
    return {};
  };
  return (
    <ScenarioForm
      {...props}
      submitLabel={t("scenarioForm.createOn")}
      createLabel={t("scenarioForm.create")}
      save={save}
    />
  );
}
