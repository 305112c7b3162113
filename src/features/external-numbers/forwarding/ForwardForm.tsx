import { useCallback, useRef } from "react";
import { type Forwarding, isCrm } from "#api/forwarding.ts";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Forwarding.module.css";
import { TypeFields } from "./TypeFields.tsx";
import { TypesInput } from "./TypesInput.tsx";
import { useForward, useForwardingErrorText } from "./mutations.ts";
import { CurrentForwarding } from "./CurrentForwarding.tsx";
import { Summary } from "./Summary.tsx";
import { useForwardingForm, useTypeChoice } from "./useForwardingForm.ts";
import { useForwardingUndo } from "./useForwardingUndo.ts";
import { useTurnOff } from "./useTurnOff.ts";
import {
  DRAFT,
  EMPTY,
  visibleFields,
  isUntouched,
  type ForwardingValues,
  type Target,
} from "./values.ts";

const OffDialog = lazyPart(
  async () => (await import("./OffDialog.tsx")).OffDialog,
  ({ onClose }) => onClose(),
);

interface Props {
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  onClose: () => Promise<void>;
}

/** Where the calls to a number go from now on. Empty at first, since what is set is not known. */
export function ForwardForm({ target, number, onClose }: Props) {
  const t = useText();
  const phone = usePhoneFormat();
  const describeError = useForwardingErrorText();
  const forward = useForward();
  const createUndo = useForwardingUndo(target, number);
  const isStillOnPage = useIsStillOnPage();
  const form = useForwardingForm(target);
  const { control, handleSubmit, setError, getValues } = form;
  const draft = useFormDraft(form, { shape: DRAFT, of: EMPTY });
  const errors = useServerErrors<ForwardingValues>(setError, () => visibleFields(getValues()), {
    describeError,
  });
  const choose = useTypeChoice(form, errors.clear);
  /** Where calls go by what is typed, as the end of a sentence. */
  const routeText = useRef("");
  const setRouteText = useCallback((to: string) => {
    routeText.current = to;
  }, []);

  const leave = async () => {
    draft.finish();
    if (isStillOnPage.current) await onClose();
  };
  const off = useTurnOff(target, number, async () => {
    // What was begun is perhaps to be set next: it stays, and leaving it asks.
    if (isUntouched(getValues())) await leave();
  });
  const doneText = ({ type }: Forwarding) => {
    const words = { number: phone(number), to: routeText.current };
    if (!isCrm(type)) return t("forwarding.saved", words);
    return t("forwarding.savedCrm", { ...words, crm: t("forwarding.type", { type }) });
  };
  const save = async (body: Forwarding) => {
    errors.clear();
    const undo = createUndo();
    const done = doneText(body);
    try {
      await forward(body, getValues());
      toast("success", done, undo);
      await leave();
    } catch (error) {
      errors.showError(error);
    }
  };
  return (
    <PanelForm
      loading={draft.saving && !off.running}
      submitLabel={t("forwarding.save")}
      submitError={
        errors.formError === undefined ? undefined : (
          <ErrorMessage error={errors.formError} errorText={describeError(errors.formError)} />
        )
      }
      draft={draft}
      onSubmit={() => void draft.run(handleSubmit(save))}
      onClose={() => void onClose()}
    >
      <CurrentForwarding target={target} number={number} onOff={off.ask} />
      <div className={styles.layout}>
        <TypesInput control={control} onChoose={choose}>
          <TypeFields control={control} number={number} />
        </TypesInput>
        <Summary form={form} target={target} number={number} onRouteText={setRouteText} />
      </div>
      {off.open && (
        <OffDialog
          target={target}
          number={number}
          running={off.running}
          failure={off.failure}
          onConfirm={() => void draft.run(off.confirm)}
          onClose={off.cancel}
        />
      )}
    </PanelForm>
  );
}
