import { useState } from "react";
import type { Forwarding } from "#api/externalNumbers.ts";
import { ErrorWords } from "#common/ErrorWords.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useLateWords } from "#common/useLateWords.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { toast } from "#ui/toasts.ts";
import { useHere } from "#ui/useHere.ts";
import styles from "./Forwarding.module.css";
import { TypeFields } from "./TypeFields.tsx";
import { TypesInput } from "./TypesInput.tsx";
import { useForwardingText } from "./messages.ts";
import { useForward, useForwardingErrorText } from "./mutations.ts";
import { Off } from "./Off.tsx";
import { Summary } from "./Summary.tsx";
import { useForwardingForm, useTypeChoice } from "./useForwardingForm.ts";
import { useForwardingOff } from "./useForwardingOff.ts";
import {
  DRAFT,
  EMPTY,
  fieldsOf,
  isUntouched,
  type ForwardingValues,
  type Target,
} from "./values.ts";

interface Props {
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  onClose: () => Promise<void>;
}

/** Where the calls to a number go from now on. Empty at first, since what is set is not known. */
export function ForwardForm({ target, number, onClose }: Props) {
  const t = useForwardingText();
  const phone = usePhoneFormat();
  const wordsOf = useForwardingErrorText();
  const forward = useForward();
  const turnOff = useForwardingOff();
  const [off, setOff] = useState<"running" | { error: unknown }>();
  const here = useHere();
  const form = useForwardingForm(target);
  const { control, handleSubmit, setError, getValues } = form;
  const draft = useFormDraft(form, { shape: DRAFT, of: EMPTY });
  const errors = useServerErrors<ForwardingValues>(setError, () => fieldsOf(getValues()), wordsOf);
  const tellLate = useLateWords();
  const choose = useTypeChoice(form, errors.clear);

  const leave = async () => {
    draft.finish();
    if (here.current) await onClose();
  };
  const save = async (body: Forwarding) => {
    errors.clear();
    setOff(undefined);
    try {
      await forward(body);
      toast("done", t("forwarding.saved", { number: phone(number) }));
      await leave();
    } catch (error) {
      errors.place(error);
    }
  };
  const switchOff = async () => {
    errors.clear();
    setOff("running");
    try {
      await turnOff(target, number);
      // What was begun is perhaps to be set next: it stays, and leaving it asks.
      if (isUntouched(getValues())) await leave();
      else setOff(undefined);
    } catch (error) {
      setOff({ error });
      const { title, text } = wordsOf(error);
      tellLate(`${title}. ${text}`);
    }
  };
  return (
    <PanelForm
      loading={draft.saving && off !== "running"}
      submitLabel={t("forwarding.save")}
      submitError={
        errors.general === undefined ? undefined : (
          <ErrorWords error={errors.general} words={wordsOf(errors.general)} />
        )
      }
      draft={draft}
      onSubmit={() => void draft.run(handleSubmit(save))}
      onClose={() => void onClose()}
    >
      <Off
        off={off === "running"}
        failure={off === "running" ? undefined : off}
        onOff={() => void draft.run(switchOff)}
      />
      <div className={styles.layout}>
        <TypesInput control={control} onChoose={choose}>
          <TypeFields control={control} number={number} />
        </TypesInput>
        <Summary form={form} target={target} number={number} />
      </div>
    </PanelForm>
  );
}
