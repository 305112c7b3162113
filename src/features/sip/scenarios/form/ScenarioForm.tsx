import { type ReactNode, useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { useServerErrors } from "#common/useServerErrors.ts";
import { useErrorToastAfterLeave } from "#common/useErrorToastAfterLeave.ts";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import type { ScenarioBody } from "#domain/scenarios/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { ReentryNotice } from "./ReentryNotice.tsx";
import { ScenarioPreview } from "./ScenarioPreview.tsx";
import { visibleFields } from "./fields.ts";
import { SaveConflictNotice } from "./SaveConflictNotice.tsx";
import styles from "./ScenarioForm.module.css";
import { ScenarioInputs } from "./ScenarioInputs.tsx";
import type { SaveConflict, Saved, SaveMode } from "./useGuardedReplace.ts";
import { useScenarioForm } from "./useScenarioForm.ts";
import { type Draft, DRAFT, type ScenarioValues } from "./values.ts";

interface Props {
  draft: Draft;
  /** The scenario that is edited or copied; null for a new one. */
  of: SipScenario | null;
  kind: "new" | "edit" | "copy";
  submitLabel: string;
  /** Creates a scenario without switching it on: a second button. */
  createLabel?: string;
  /** Saves and says how it went; `blocked` when `conflict` says why nothing was saved. */
  save: (body: ScenarioBody, mode: SaveMode) => Promise<Saved>;
  conflict?: SaveConflict | undefined;
  /** Opens the form afresh with the scenario as it is now. */
  onReopen?: (scenario: SipScenario) => void;
  /** Beside what is asked for. */
  actions?: ReactNode;
  onClose: () => Promise<void>;
}

/** The fields of a scenario with its drawing; the same for a new one, a copy and an edit. */
export function ScenarioForm(props: Props) {
  const { draft, of, kind, submitLabel, conflict, onReopen, actions, onClose } = props;
  const t = useText();
  const isStillOnPage = useIsStillOnPage();
  const form = useScenarioForm(draft.values);
  const { control, handleSubmit, setError, getValues } = form;
  const formDraft = useFormDraft(form, { shape: DRAFT, of, params: ["from"] });
  const toastIfLeft = useErrorToastAfterLeave();
  const errors = useServerErrors<ScenarioValues>(setError, () => visibleFields(getValues()));

  const [pressed, setPressed] = useState<SaveMode>();
  const first: SaveMode = props.createLabel === undefined ? "save" : "saveAndActivate";

  const finish = async (message?: string) => {
    formDraft.finish();
    if (message !== undefined) toast("success", message);
    if (isStillOnPage.current) await onClose();
  };
  const save = async (body: ScenarioBody, mode: SaveMode) => {
    errors.clear();
    if (kind === "edit" && !formDraft.dirty && mode === "save") return finish(t("form.nothing"));
    try {
      const done = await props.save(body, mode);
      if (done === "saved") await finish(t("form.saved"));
      if (done === "blocked") toastIfLeft(t("scenarioForm.heldLate", { name: body.name }));
      if (done === "told") await finish();
      if (done === "created") await finish(t("scenarioForm.created", { name: body.name }));
    } catch (error) {
      errors.showError(error);
    }
    return undefined;
  };
  const submit = (mode: SaveMode) => {
    if (!formDraft.saving) setPressed(mode);
    void formDraft.run(handleSubmit((body) => save(body, mode)));
  };
  const reopen = (now: SipScenario) => {
    formDraft.leave();
    onReopen?.(now);
  };
  const blocked = conflict && (
    <SaveConflictNotice conflict={conflict} onSave={submit} onReopen={reopen} />
  );
  const submitError =
    errors.formError === undefined ? blocked : <ErrorMessage error={errors.formError} />;
  return (
    <PanelForm
      submitLabel={submitLabel}
      submitError={submitError}
      draft={formDraft}
      loading={formDraft.saving && pressed === first}
      secondaryAction={
        props.createLabel === undefined
          ? undefined
          : {
              label: props.createLabel,
              loading: formDraft.saving && pressed === "save",
              onClick: () => submit("save"),
            }
      }
      onSubmit={() => submit(first)}
      onClose={() => void onClose()}
    >
      {kind !== "new" && <ReentryNotice form={form} draft={draft} kind={kind} actions={actions} />}
      <div className={styles.layout}>
        <div className={styles.fields}>
          <ScenarioInputs control={control} unknown={draft.unknown} />
        </div>
        <ScenarioPreview control={control} />
      </div>
    </PanelForm>
  );
}
