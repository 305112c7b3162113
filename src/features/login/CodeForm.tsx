import Button from "@mui/material/Button";
import { useState } from "react";
import { call } from "#api/client.ts";
import { signInWithCode } from "#api/login.ts";
import { useText } from "#i18n/texts.ts";
import { AttemptButton } from "./AttemptButton.tsx";
import { AttemptError } from "./AttemptError.tsx";
import styles from "./Login.module.css";
import { LoginField } from "./LoginField.tsx";
import { readForm } from "./readForm.ts";
import { problemOf, useAttempt } from "./useAttempt.ts";

interface Props {
  onDone: () => Promise<unknown>;
  /** The password has to be typed again first. */
  onOver: () => void;
}

/** The second factor: a code of the authenticator app, or one of the recovery codes. */
export function CodeForm({ onDone, onOver }: Props) {
  const t = useText();
  const attempt = useAttempt();
  const [isRecovery, setIsRecovery] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const wrong = attempt.problem === "wrong-credentials" ? t("login.wrongCode") : undefined;
  const send = async (code: string) => {
    try {
      await call(signInWithCode, { body: { code, isRecovery } });
    } catch (error) {
      if (problemOf(error) !== "sign-in-required") throw error;
      return onOver();
    }
    await onDone();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const code = readForm(event)("code").trim();
        setIsMissing(code === "");
        if (code !== "") void attempt.attempt(() => send(code));
      }}
    >
      <LoginField
        key={String(isRecovery)}
        label={t(isRecovery ? "login.recovery" : "login.code")}
        help={t(isRecovery ? "login.recoveryHelp" : "login.codeHelp")}
        name="code"
        autoComplete={isRecovery ? "off" : "one-time-code"}
        isNumeric={!isRecovery}
        autoFocus
        error={isMissing ? t("field.required") : wrong}
      />
      <AttemptError attempt={attempt} inField="wrong-credentials" />
      <div className="buttons">
        <AttemptButton attempt={attempt} label={t("login.submit")} />
        <Button
          onClick={() => {
            attempt.setError(undefined);
            setIsMissing(false);
            setIsRecovery(!isRecovery);
          }}
        >
          {t(isRecovery ? "login.useCode" : "login.useRecovery")}
        </Button>
      </div>
    </form>
  );
}
