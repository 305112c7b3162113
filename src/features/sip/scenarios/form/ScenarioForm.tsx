import Button from "@mui/material/Button";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import {
  type Control,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
  useWatch,
} from "react-hook-form";
import type * as z from "zod/mini";
import { isCurrent } from "#api/fillScenario.ts";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { useReasonText } from "#common/errorText.ts";
import { Timeline } from "#common/sip/Timeline.tsx";
import { timelineTotal } from "#common/sip/timelineText.ts";
import { type SaveResult, usePanelForm } from "#common/usePanelForm.tsx";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import type { ScenarioBody } from "#domain/scenarios/mutations.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { useText } from "#i18n/texts.ts";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { type FormMemory, FormMemoryProvider } from "./memory.tsx";
import { valuesToPlan } from "./plan.ts";
import { ReentryNotice } from "./ReentryNotice.tsx";
import { ScenarioChanges } from "./ScenarioChanges.tsx";
import styles from "./ScenarioForm.module.css";
import { ScenarioInputs } from "./ScenarioInputs.tsx";
import {
  countMissing,
  DRAFT,
  type Draft,
  FIELD_MESSAGES,
  scenarioSchema,
  type ScenarioValues,
  toRequest,
  visibleFields,
} from "./schema.ts";
import type { SaveConflict, SaveMode } from "./useGuardedReplace.ts";

interface Props {
  draft: Draft;
  /** The scenario that is edited or copied; null for a new one. */
  of: SipScenario | null;
  kind: "new" | "edit" | "copy";
  submitLabel: string;
  /** A second button: creates a scenario without activating it. */
  createLabel?: string;
  /** Saves and returns the outcome; `blocked` when `conflict` explains why nothing was saved. */
  save: (body: ScenarioBody, mode: SaveMode) => Promise<SaveResult>;
  conflict?: SaveConflict | undefined;
  /** What Pult remembers of that scenario now. */
  remembered?: RememberedScenario | undefined;
  /** Whether it could not be read, or not in time, when the form was opened. */
  isMemoryUnread?: boolean;
  /** Reopens the form with the scenario as it is now. */
  onReopen?: (scenario: SipScenario) => void;
  /** Shown beside the required fields. */
  actions?: ReactNode;
  onClose: () => Promise<void>;
}

/** The fields of a scenario with its drawing; the same for a new one, a copy and an edit. */
export function ScenarioForm(props: Props) {
  const { draft: opened, of, kind, submitLabel, createLabel, conflict, onReopen, actions } = props;
  const t = useText();
  const [pressed, setPressed] = useState<SaveMode>();
  const first: SaveMode = createLabel === undefined ? "save" : "saveAndActivate";
  const rowErrors = useRef<RowErrors>(() => undefined);
  const resolver = useScenarioResolver(rowErrors);
  const save = async (body: ScenarioBody, mode: SaveMode): Promise<SaveResult> => {
    if (kind === "edit" && !draft.dirty && mode === "save") return { message: t("form.nothing") };
    return await props.save(body, mode);
  };
  const { form, draft, submit, panel } = usePanelForm({
    resolver,
    defaultValues: opened.values,
    shape: DRAFT,
    of,
    params: ["from"],
    fields: visibleFields,
    close: props.onClose,
    save: (body) => save(body, first),
  });
  const { control, getFieldState } = form;
  const memory = useTaking(form, { draft: opened, of, offer: props.remembered });
  useEffect(() => {
    rowErrors.current = () => getFieldState("phones").error;
  }, [rowErrors, getFieldState]);

  const saveAs = (mode: SaveMode) => {
    if (!draft.saving) setPressed(mode);
    submit((body) => save(body, mode));
  };
  const reopen = (now: SipScenario) => {
    draft.leave();
    onReopen?.(now);
  };
  const blocked = conflict && (
    <SaveConflictNotice conflict={conflict} onSave={saveAs} onReopen={reopen} />
  );
  const secondaryAction =
    createLabel === undefined
      ? undefined
      : {
          label: createLabel,
          loading: draft.saving && pressed === "save",
          onClick: () => saveAs("save"),
        };
  // Where there is nothing to give, the call itself comes first.
  const isFilled =
    opened.saved !== undefined && countMissing(opened.values, opened.unknown).missing === 0;
  const notice = kind !== "new" && (
    <ReentryNotice
      form={form}
      isUnread={props.isMemoryUnread === true}
      kind={kind}
      actions={actions}
    />
  );
  return (
    <PanelForm
      {...panel}
      submitLabel={submitLabel}
      submitError={panel.submitError ?? blocked}
      loading={draft.saving && pressed === first}
      secondaryAction={secondaryAction}
      onSubmit={() => saveAs(first)}
    >
      <FormMemoryProvider value={memory}>
        {!isFilled && notice}
        <div className={styles.layout}>
          <div className={`stack gap-20 ${styles.fields}`}>
            <ScenarioInputs control={control} />
          </div>
          <div className={styles.aside}>
            <ScenarioPreview control={control} />
            {kind === "edit" && <ScenarioChanges form={form} before={opened.values} />}
            {isFilled && <div className={styles.note}>{notice}</div>}
          </div>
        </div>
      </FormMemoryProvider>
    </PanelForm>
  );
}

/** What the form remembers, and how a remembered value is taken over. */
function useTaking<R>(
  form: UseFormReturn<ScenarioValues, unknown, R>,
  { draft, of, offer }: Pick<FormMemory, "draft" | "offer"> & Pick<Props, "of">,
): FormMemory {
  const { setValue, setFocus } = form;
  return useMemo(() => {
    const take: FormMemory["take"] = (values) => {
      const names = Object.keys(values) as (keyof typeof values)[];
      for (const name of names) {
        const options = { shouldDirty: true, shouldTouch: true, shouldValidate: true };
        setValue(name, values[name] ?? "", options);
      }
      // The button that was pressed is gone.
      if (names[0] !== undefined) setFocus(names[0]);
    };
    return { draft, offer, isCurrent: of !== null && isCurrent(of, offer), take };
  }, [draft, of, offer, setValue, setFocus]);
}

type RowErrors = () => FieldErrors<ScenarioValues>["phones"];
type ScenarioResolver = Resolver<ScenarioValues, unknown, z.output<typeof scenarioSchema>>;

const checkRequest: ScenarioResolver = requestResolver(scenarioSchema, toRequest, FIELD_MESSAGES);

/**
 * After every change of the list of phones the form library validates all of its rows at once,
 * including untouched ones. Keep the errors as they are instead: the library has moved them with
 * their rows.
 */
function useScenarioResolver(rowErrors: RefObject<RowErrors>) {
  const [resolver] = useState((): ScenarioResolver => (values, context, options) => {
    if (options.names?.join() !== "phones") return checkRequest(values, context, options);
    const phones = rowErrors.current();
    return { values: {}, errors: phones === undefined ? {} : { phones } };
  });
  return resolver;
}

interface ConflictProps {
  conflict: SaveConflict;
  onSave: (mode: SaveMode) => void;
  onReopen: (scenario: SipScenario) => void;
}

/** Why nothing was saved, and what to do next. */
function SaveConflictNotice({ conflict, onSave, onReopen }: ConflictProps) {
  const t = useText();
  const reasonText = useReasonText();
  if (conflict.kind === "unread") {
    return <>{t("scenarioForm.unread", { reason: reasonText(conflict.error) })}</>;
  }
  if (conflict.kind === "gone") {
    return (
      <>
        {t("scenarioForm.gone")}
        <div className={`buttons ${styles.ways}`}>
          <Button variant="outlined" onClick={() => onSave("saveAsNew")}>
            {t("scenarioForm.asNew")}
          </Button>
        </div>
      </>
    );
  }
  const { now } = conflict;
  const n = now.endpoints.filter(({ type }) => type === "mob").length;
  const total = timelineTotal(toCallPlan(now), t);
  return (
    <>
      {t("scenarioForm.changed", { name: now.name, n, total })}
      <div className={`buttons ${styles.ways}`}>
        <Button variant="outlined" onClick={() => onReopen(now)}>
          {t("scenarioForm.reopen")}
        </Button>
        <Button color="error" onClick={() => onSave("overwrite")}>
          {t("scenarioForm.anyway")}
        </Button>
      </div>
    </>
  );
}

/** The call as the form describes it so far. */
function ScenarioPreview<R>({ control }: { control: Control<ScenarioValues, unknown, R> }) {
  const t = useText();
  const [sequence_rule, sip_timeout, phones, voicemail] = useWatch({
    control,
    name: ["sequence_rule", "sip_timeout", "phones", "voicemail"],
  });
  const digits = usePhoneDigits(phones.map(({ number }) => number));
  const plan = valuesToPlan({ sequence_rule, sip_timeout, phones, voicemail }, digits);
  return (
    <section
      className={`card padded stack gap-12 ${styles.drawing}`}
      aria-label={t("scenarioForm.drawing")}
    >
      <h3 className="subheading strong">{t("scenarioForm.drawing")}</h3>
      <Timeline plan={plan} />
    </section>
  );
}
