import Button from "@mui/material/Button";
import { useId, useRef } from "react";
import { asciiAddress } from "#api/mailAddress.ts";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { paths } from "#paths";
import { DraftNotice } from "#ui/form/draft/DraftNotice.tsx";
import { Switch } from "#ui/form/Switch.tsx";
import { UnsavedDialog } from "#ui/form/UnsavedDialog.tsx";
import { useFocusInView } from "#ui/form/useFocusInView.ts";
import { useFocusOnClick } from "#ui/form/useFocusOnClick.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { AddressInput } from "./AddressInput.tsx";
import { PendingChange } from "./PendingChange.tsx";
import { changedMeanwhile, findAddressProblem, type Settings } from "./settings.ts";
import { UnsentVoicemailWarning } from "./UnsentVoicemailWarning.tsx";
import { useFailureText } from "./useFailureText.ts";
import { useVoicemailForm } from "./useVoicemailForm.ts";
import styles from "./Voicemail.module.css";

/** The form scrolls with its page: on a phone a failure would be cut off below. */
function scrollIntoView(notice: HTMLElement | null): void {
  notice?.scrollIntoView({ block: "nearest" });
}

/** Changes what is saved; shows beside each field what was and what will be. */
export function VoicemailForm({ saved }: { saved: Settings }) {
  const t = useText();
  const failureText = useFailureText();
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const address = useRef<HTMLInputElement>(null);
  const form = useVoicemailForm(saved, address);
  const { shown, dirty, failure } = form;
  useFocusOnClick(element);
  useFocusInView(element);
  const state = (send: boolean) => t(send ? "voicemail.sent" : "voicemail.notSent");
  const mail = (email: string) => email.trim() || t("voicemail.noAddress");
  return (
    <>
      <UnsentVoicemailWarning send={shown.send} saved={saved.send} />
      {changedMeanwhile(saved, form.draft) && (
        <Notice tone="attention">{t("voicemail.changedMeanwhile")}</Notice>
      )}
      <form
        ref={element}
        className={styles.form}
        noValidate
        aria-label={t("voicemail.form")}
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <DraftNotice found={form.found} onDiscard={form.revert} />
        <Switch
          inputRef={first}
          label={t("voicemail.send")}
          help={
            <PendingChange was={state(saved.send)} now={state(shown.send)}>
              {t("voicemail.sendHelp")}
            </PendingChange>
          }
          checked={shown.send}
          onChange={(send) => form.change({ send })}
        />
        <AddressInput
          inputRef={address}
          value={shown.email}
          required={shown.send}
          problem={form.problem}
          refused={form.refused}
          help={
            <PendingChange was={mail(saved.email)} now={mail(shown.email)}>
              {t(shown.send ? "voicemail.emailNeeded" : "voicemail.emailKept")}
              <AddressWarning shown={shown} />
              <Ascii email={shown.email} />
            </PendingChange>
          }
          onChange={(email) => form.change({ email })}
          onLeave={form.check}
        />
        {failure !== undefined && (
          <div ref={scrollIntoView}>
            <Notice tone="problem" urgent>
              <ErrorMessage error={failure.error} errorText={failureText(failure)} />
            </Notice>
          </div>
        )}
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="contained"
            className={dirty ? undefined : styles.off}
            // Stays a stop of Tab, so that the focus is not lost when there is nothing to save.
            aria-disabled={!dirty || form.saving}
            aria-describedby={id}
          >
            {t(form.saving ? "voicemail.saving" : "voicemail.save")}
          </Button>
          {dirty && (
            <Button
              onClick={() => {
                form.revert();
                first.current?.focus();
              }}
            >
              {t("voicemail.revert")}
            </Button>
          )}
          <span id={id} className={styles.reason}>
            {dirty ? null : t("voicemail.nothingToSave")}
          </span>
        </div>
      </form>
      <UnsavedDialog
        dirty={dirty}
        saving={form.saving}
        isHere={({ pathname }) => pathname === paths.voicemail()}
        onLeave={form.leave}
      />
    </>
  );
}

/** What is wrong with an address that nothing is sent to: it may stay as it is. */
function AddressWarning({ shown }: { shown: Settings }) {
  const t = useText();
  const doubt = shown.send ? undefined : findAddressProblem(shown.email);
  if (doubt === undefined) return null;
  return <span className={styles.change}>{t("voicemail.doubt", { doubt })}</span>;
}

/** How a domain in other letters is sent. */
function Ascii({ email }: { email: string }) {
  const t = useText();
  const address = email.trim();
  const ascii = asciiAddress(address);
  if (ascii === address) return null;
  return <span className={styles.change}>{t("voicemail.ascii", { ascii })}</span>;
}
