import { useCallback, useRef, useState } from "react";
import type { Resolver } from "react-hook-form";
import { useLocation } from "react-router";
import { type Forwarding, type ForwardingType, isCrm } from "#api/forwarding.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import { useTimely } from "#common/memory/useTimely.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useErrorToastAfterLeave } from "#common/useErrorToastAfterLeave.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import {
  findRemembered,
  rememberedForwardingQuery,
  type Target,
} from "#domain/externalNumbers/remembered.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { toast } from "#ui/toasts.ts";
import { RowMissing } from "../RowMissing.tsx";
import { useInitialValue, useRowFromRoute } from "../useRowFromRoute.ts";
import { CurrentForwarding } from "./CurrentForwarding.tsx";
import styles from "./Forwarding.module.css";
import { TypeFields, TypesInput } from "./ForwardingInputs.tsx";
import {
  DRAFT,
  EMPTY,
  FIELD_MESSAGES,
  type ForwardingForm,
  type ForwardingValues,
  selectSchema,
  toRequest,
  toValues,
  visibleFields,
} from "./schema.ts";
import { Summary } from "./Summary.tsx";
import { ForwardingTimer, useForwardingTimer } from "./useForwardingTimer.ts";
import { usePutBack } from "./usePutBack.ts";
import { useForward, useForwardingErrorText, useForwardingUndo } from "./useForward.ts";

/** `/external-numbers/:type/:id/forward`: where calls to a number go. */
export function ForwardPanel() {
  const { key, ...addressed } = useRowFromRoute();
  return <Panel key={key} {...addressed} />;
}

function Panel({ found, why, list }: Omit<ReturnType<typeof useRowFromRoute>, "key">) {
  const t = useText();
  const phone = usePhoneFormat();
  const { search } = useLocation();
  const close = useClosePanel({ pathname: paths.externalNumbers(), search });
  const opened = useInitialValue(found);
  const title =
    opened === undefined
      ? t("forwarding.titleUnknown")
      : t("forwarding.title", { number: phone(opened.row.number) });
  usePanelTitle(title);
  return (
    <SidePanel title={title} wide onClose={() => void close()}>
      {opened === undefined ? (
        <RowMissing list={list} why={why} />
      ) : (
        <ForwardFormWithMemory
          target={{ number_type: opened.kind, number_id: opened.id }}
          number={opened.row.number}
          onClose={close}
        />
      )}
    </SidePanel>
  );
}

const OffDialog = lazyPart(
  async () => (await import("./OffDialog.tsx")).OffDialog,
  ({ onClose }) => onClose(),
);

interface WithMemoryProps {
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  onClose: () => Promise<void>;
}

/** Opens the form once it is known what Pult set last, or that takes too long. */
function ForwardFormWithMemory({ target, ...props }: WithMemoryProps) {
  const t = useText();
  const phone = usePhoneFormat();
  const { data, isReady, isFresh } = useTimely(rememberedForwardingQuery());
  const remembered = findRemembered(data, target);
  const isCurrent = isFresh && remembered?.certain === true;
  const initial = isCurrent ? toValues(remembered.values, phone) : EMPTY;
  const opened = useInitialValue(isReady ? { initial, isUnread: !isFresh } : undefined);
  if (opened === undefined) {
    return (
      <p role="status" className={`delayed ${panel.body}`}>
        {t("external.loading")}
      </p>
    );
  }
  return <ForwardForm {...props} {...opened} target={target} remembered={remembered} />;
}

interface ForwardFormProps extends WithMemoryProps {
  /** What Pult set last; empty where that is unknown, because the provider does not return it. */
  initial: ForwardingValues;
  /** Whether what Pult remembers could not be read in time. */
  isUnread: boolean;
  /** What Pult remembers now. */
  remembered: RememberedForwarding | undefined;
}

/** Sets where calls to a number go. */
function ForwardForm(props: ForwardFormProps) {
  const { target, number, initial, isUnread, remembered, onClose } = props;
  const t = useText();
  const phone = usePhoneFormat();
  const describeError = useForwardingErrorText();
  const forward = useForward();
  const createUndo = useForwardingUndo(target, number);
  const resolver = useForwardingResolver(target);
  const timer = useForwardingTimer(target, number, remembered);
  const {
    form,
    draft,
    finish,
    clearError,
    panel: panelProps,
  } = usePanelForm<ForwardingValues, Forwarding>({
    resolver,
    defaultValues: initial,
    shape: DRAFT,
    of: initial,
    fields: visibleFields,
    describeError,
    close: onClose,
    save: async (body) => {
      const blocked = timer.check(body);
      if (blocked !== undefined) return { blocked };
      const undo = createUndo();
      const message = doneText(body);
      const entry = await forward(body);
      // Then the moment is said along with what was done.
      return timer.set(body, undo?.(entry)) ? {} : { message, undo: undo?.(entry) };
    },
  });
  const { control, setValue, setFocus } = form;
  const choose = useTypeChoice(form, clearError);
  /** The destination that is typed, as the end of a sentence. */
  const routeText = useRef("");
  const setRouteText = useCallback((to: string) => {
    routeText.current = to;
  }, []);
  const doneText = ({ type }: Forwarding) => {
    const params = { number: phone(number), to: routeText.current };
    if (!isCrm(type)) return t("forwarding.saved", params);
    return t("forwarding.savedCrm", { ...params, crm: t("forwarding.type", { type }) });
  };
  const finishUnlessDirty = async () => {
    // Unsaved input may be meant to be set next: it stays, and leaving the form asks.
    if (!draft.dirty) await finish({});
  };
  const off = useTurnOff(target, number, finishUnlessDirty);
  const before = usePutBack(target, number, remembered, finishUnlessDirty);
  const fill = () => {
    if (remembered === undefined) return;
    const values = toValues(remembered.values, phone);
    for (const name of visibleFields(values)) setValue(name, values[name], { shouldDirty: true });
    // The button that was pressed is gone.
    setFocus("type");
  };
  return (
    <PanelForm
      {...panelProps}
      submitLabel={t("forwarding.save")}
      loading={draft.saving && !off.running}
    >
      <CurrentForwarding
        target={target}
        number={number}
        remembered={remembered}
        isUnread={isUnread}
        onFill={initial === EMPTY && !draft.dirty ? fill : undefined}
        before={before && { values: before.values, onPutBack: () => void draft.run(before.run) }}
        onOff={off.ask}
      />
      <div className={styles.layout}>
        <TypesInput control={control} onChoose={choose}>
          <TypeFields control={control} number={number} />
        </TypesInput>
        <Summary
          form={form}
          target={target}
          number={number}
          now={remembered?.certain === true ? remembered.values : undefined}
          onRouteText={setRouteText}
        />
      </div>
      <ForwardingTimer {...timer.choice} />
      {off.open && (
        <OffDialog
          target={target}
          number={number}
          remembered={remembered}
          running={off.running}
          failure={off.failure}
          onConfirm={() => void draft.run(off.confirm)}
          onClose={off.cancel}
        />
      )}
    </PanelForm>
  );
}

type Check = Resolver<ForwardingValues, unknown, Forwarding>;

function useForwardingResolver(target: Target): Check {
  const [resolver] = useState((): Check => {
    const read = (typed: ForwardingValues) => toRequest(target, typed);
    // Not the union of all types, which can't tell which field is wrong.
    return (values, ...rest) =>
      requestResolver(selectSchema(values), read, FIELD_MESSAGES)(values, ...rest);
  });
  return resolver;
}

/**
 * Chooses a type; what was typed for the others is kept, with a host for each CRM. `clearFailure`
 * removes the field errors of a failed save.
 */
function useTypeChoice(
  { getValues, setValue, clearErrors }: ForwardingForm,
  clearFailure: () => void,
) {
  return useCallback(
    (type: ForwardingType) => {
      const before = getValues("type");
      if (isCrm(before)) setValue(`hosts.${before}`, getValues("host"));
      // Errors of one type's fields do not apply to another type.
      clearErrors();
      clearFailure();
      if (isCrm(type)) setValue("host", getValues(`hosts.${type}`) ?? "");
      setValue("type", type, { shouldDirty: true });
    },
    [getValues, setValue, clearErrors, clearFailure],
  );
}

/** The steps of turning off: not started, to be confirmed, in flight, failed. */
type Step = "no" | "confirming" | "running" | { error: unknown };

/** Turns the forwarding of a number (its digits) off after a confirmation. */
export function useTurnOff(target: Target, digits: string, onDone: () => Promise<void>) {
  const t = useText();
  const number = usePhoneFormat()(digits);
  const describeError = useForwardingErrorText();
  const toastIfLeft = useErrorToastAfterLeave();
  const forward = useForward();
  const createUndo = useForwardingUndo(target, digits);
  const [step, setStep] = useState<Step>("no");
  const confirm = async () => {
    setStep("running");
    const undo = createUndo();
    let entry: number | undefined;
    try {
      entry = await forward({ ...target, type: "empty" });
    } catch (error) {
      setStep({ error });
      const { title, text } = describeError(error);
      toastIfLeft(`${title}. ${text}`);
      return;
    }
    setStep("no");
    toast("success", t("forwarding.offDone", { number }), undo?.(entry));
    await onDone();
  };
  return {
    open: step !== "no",
    running: step === "running",
    failure: typeof step === "object" ? step : undefined,
    ask: () => setStep("confirming"),
    cancel: () => setStep("no"),
    confirm,
  };
}
