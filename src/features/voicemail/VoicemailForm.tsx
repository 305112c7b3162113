import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import {
  type Control,
  useController,
  useForm,
  useFormState,
  type UseFormReturn,
  useWatch,
} from "react-hook-form";
import { asciiAddress } from "#api/mailAddress.ts";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { useUndoAction } from "#common/journal/useUndoAction.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { useUpdateVoicemail } from "#domain/voicemail/mutations.ts";
import { isSameSettings, type Settings } from "#domain/voicemail/queries.ts";
import { useText } from "#i18n/texts.ts";
import { DraftNotice } from "#ui/form/draft/DraftNotice.tsx";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { describedBy, Field } from "#ui/form/Field.tsx";
import { packReason } from "#ui/form/issues.ts";
import { noAutofill } from "#ui/form/noAutofill.ts";
import { Switch } from "#ui/form/Switch.tsx";
import { UnsavedDialog } from "#ui/form/UnsavedDialog.tsx";
import { useFocusInView } from "#ui/form/useFocusInView.ts";
import { useFocusOnClick } from "#ui/form/useFocusOnClick.ts";
import { Notice } from "#ui/Notice.tsx";
import { toast } from "#ui/toasts.ts";
import { findAddressProblem, findProblem, resolver, SHAPE, toRequest } from "./schema.ts";
import { UnsentVoicemailWarning } from "./UnsentVoicemailWarning.tsx";
import { useFailureText } from "./useFailureText.ts";
import styles from "./Voicemail.module.css";

/** The form scrolls with its page: on a phone an error would be cut off below. */
function scrollIntoView(notice: HTMLElement | null): void {
  notice?.scrollIntoView({ block: "nearest" });
}

/** Edits the settings; shows next to each field the saved value and the new one. */
export function VoicemailForm({ saved }: { saved: Settings }) {
  const t = useText();
  const describeError = useFailureText();
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  useFocusOnClick(element);
  useFocusInView(element);
  const update = useUpdateVoicemail();
  const findUndo = useUndoAction();
  const form = useForm({ resolver, defaultValues: saved, mode: "onTouched" });
  const { control, handleSubmit, setError, getValues, reset } = form;
  const draft = useFormDraft(form, { shape: SHAPE, of: undefined });
  const errors = useServerErrors<Settings>(setError, () => ["email"], { describeError });
  const { field: sendField } = useController({ control, name: "send" });
  const [send, email] = useWatch({ control, name: ["send", "email"] });
  const { touchedFields, isSubmitted } = useFormState({ control });
  const dirty = !isSameSettings({ send, email }, saved);
  /** The settings that the changes were based on. */
  const [base, setBase] = useState(saved);
  if (!dirty && base !== saved) setBase(saved);
  useFollowSaved(form, saved);

  const save = async (typed: Settings) => {
    errors.clear();
    const body = toRequest(typed, saved);
    try {
      const { answered, entry } = await update.mutateAsync({ body });
      const undo = await findUndo(entry);
      toast("success", answered ? t("voicemail.saved") : t("voicemail.savedAfterAll"), undo);
      draft.settle();
      // What was typed meanwhile is kept.
      const now = getValues();
      if (now.send === typed.send && now.email === typed.email) reset(body);
      else setBase(body);
    } catch (error) {
      errors.showError(error);
    }
  };
  const revert = () => {
    draft.discard();
    errors.clear();
    reset(saved);
  };
  const sending = (on: boolean) => t(on ? "voicemail.sent" : "voicemail.notSent");
  const mail = (address: string) => address.trim() || t("voicemail.noAddress");
  return (
    <>
      <UnsentVoicemailWarning send={send} saved={saved.send} />
      {dirty && !isSameSettings(base, saved) && (
        <Notice tone="attention">{t("voicemail.changedMeanwhile")}</Notice>
      )}
      <AdminsOnly>
        <form
          ref={element}
          className={`card stack gap-20 ${styles.form}`}
          noValidate
          aria-label={t("voicemail.form")}
          onSubmit={(event) => {
            event.preventDefault();
            if (dirty) void draft.run(handleSubmit(save));
          }}
        >
          <DraftNotice found={draft.found} onDiscard={revert} />
          <Switch
            inputRef={first}
            label={t("voicemail.send")}
            help={
              <PendingChange was={sending(saved.send)} now={sending(send)}>
                {t("voicemail.sendHelp")}
              </PendingChange>
            }
            checked={send}
            onChange={(on) => {
              sendField.onChange(on);
              // Whether an address is required depends on it.
              if (isSubmitted || touchedFields.email === true) void form.trigger("email");
            }}
          />
          <AddressInput
            control={control}
            help={
              <PendingChange was={mail(saved.email)} now={mail(email)}>
                {t(send ? "voicemail.emailNeeded" : "voicemail.emailKept")}
                <AddressWarning shown={{ send, email }} />
                <Ascii email={email} />
              </PendingChange>
            }
          />
          {errors.formError !== undefined && (
            <div ref={scrollIntoView}>
              <Notice tone="problem" urgent>
                <ErrorMessage
                  error={errors.formError}
                  errorText={describeError(errors.formError)}
                />
              </Notice>
            </div>
          )}
          <div className="row wrap gap-8">
            <Button
              type="submit"
              variant="contained"
              className={dirty ? undefined : styles.off}
              // Stays focusable, so that the focus is not lost when there is nothing to save.
              aria-disabled={!dirty || draft.saving}
              aria-describedby={id}
            >
              {t(draft.saving ? "voicemail.saving" : "voicemail.save")}
            </Button>
            {dirty && (
              <Button
                onClick={() => {
                  revert();
                  first.current?.focus();
                }}
              >
                {t("voicemail.revert")}
              </Button>
            )}
            <span id={id} className="muted small">
              {dirty ? null : t("voicemail.nothingToSave")}
            </span>
          </div>
        </form>
      </AdminsOnly>
      <UnsavedDialog {...draft} dirty={dirty} onLeave={draft.leave} />
    </>
  );
}

/** Takes over what a refetch brings, except for edited fields. */
function useFollowSaved({ getValues, reset, setValue }: UseFormReturn<Settings>, saved: Settings) {
  const latest = useRef(saved);
  useLayoutEffect(() => {
    const before = latest.current;
    if (before === saved) return;
    latest.current = saved;
    const typed = getValues();
    reset(saved, {
      keepFieldsRef: true,
      keepErrors: true,
      keepTouched: true,
      keepIsSubmitted: true,
      keepSubmitCount: true,
    });
    if (typed.send !== before.send) setValue("send", typed.send, { shouldDirty: true });
    if (typed.email !== before.email) setValue("email", typed.email, { shouldDirty: true });
  }, [saved, getValues, reset, setValue]);
}

interface AddressInputProps {
  control: Control<Settings>;
  help: ReactNode;
}

/** Where recordings are sent. */
function AddressInput({ control, help }: AddressInputProps) {
  const t = useText();
  const id = useId();
  const { field, fieldState } = useController({ control, name: "email" });
  const send = useWatch({ control, name: "send" });
  const problem = findProblem({ send, email: field.value });
  const isOurs = fieldState.error !== undefined && fieldState.error.type !== "server";
  const error =
    isOurs && problem !== undefined
      ? packReason({ text: t(`voicemail.wrong.${problem}`) })
      : fieldState.error?.message;
  return (
    <Field id={id} label={t("voicemail.email")} help={help} error={error}>
      <OutlinedInput
        id={id}
        value={field.value}
        inputRef={field.ref}
        onChange={field.onChange}
        onBlur={field.onBlur}
        error={error !== undefined}
        // Not of the type "email": browsers rewrite its domain while typing.
        slotProps={{
          input: {
            "aria-describedby": describedBy(id, error),
            "aria-required": send,
            ...noAutofill("email"),
            inputMode: "email",
            spellCheck: false,
          },
        }}
      />
    </Field>
  );
}

interface PendingChangeProps {
  was: string;
  now: string;
  children: ReactNode;
}

/** A field's help, and its pending change. */
function PendingChange({ was, now, children }: PendingChangeProps) {
  const t = useText();
  return (
    <>
      {children}
      {was !== now && (
        <span className={`small ${styles.change}`}>{t("voicemail.change", { was, now })}</span>
      )}
    </>
  );
}

/** A warning about an address that nothing is sent to: it may stay as it is. */
function AddressWarning({ shown }: { shown: Settings }) {
  const t = useText();
  const doubt = shown.send ? undefined : findAddressProblem(shown.email);
  if (doubt === undefined) return null;
  return <span className={`small ${styles.change}`}>{t("voicemail.doubt", { doubt })}</span>;
}

/** How an internationalized domain is sent. */
function Ascii({ email }: { email: string }) {
  const t = useText();
  const address = email.trim();
  const ascii = asciiAddress(address);
  if (ascii === address) return null;
  return <span className={`small ${styles.change}`}>{t("voicemail.ascii", { ascii })}</span>;
}
