import Button from "@mui/material/Button";
import { useId, useState } from "react";
import { useLocation } from "react-router";
import { call } from "#api/client.ts";
import { type LoginKind, type SessionUser, verifySession } from "#api/login.ts";
import { useText } from "#i18n/texts.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { AttemptError } from "./AttemptError.tsx";
import { HiddenName } from "./HiddenName.tsx";
import styles from "./Login.module.css";
import { LoginField } from "./LoginField.tsx";
import { readForm } from "./readForm.ts";
import { goToOidc } from "./SignInPage.tsx";
import { useAttempt } from "./useAttempt.ts";

interface Props {
  kind: LoginKind;
  user: SessionUser;
  onAnswer: (isVerified: boolean) => void;
}

/** Asks for the password again, before something that a passer-by must not do. */
export function VerifyDialog({ kind, user, onAnswer }: Props) {
  const t = useText();
  const id = useId();
  const attempt = useAttempt();
  const [isMissing, setIsMissing] = useState(false);
  const { pathname, search } = useLocation();
  const isOidc = kind === "oidc";
  const wrong = attempt.problem === "wrong-credentials" ? t("login.wrongPassword") : undefined;
  return (
    <ConfirmDialog
      title={t("login.verifyTitle")}
      onClose={() => onAnswer(false)}
      actions={
        <>
          <Button
            variant="contained"
            loading={attempt.running}
            disabled={attempt.secondsLeft > 0}
            {...(isOidc
              ? { onClick: () => void attempt.attempt(() => goToOidc(pathname + search, true)) }
              : { type: "submit", form: id })}
          >
            {t(isOidc ? "login.oidc" : "login.verify")}
          </Button>
          <Button onClick={() => onAnswer(false)}>{t("ui.cancel")}</Button>
        </>
      }
    >
      <p>{t("login.verifyText")}</p>
      {isOidc ? (
        <p>{t("login.verifyOidc")}</p>
      ) : (
        <form
          id={id}
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            const password = readForm(event)("password");
            setIsMissing(password === "");
            if (password === "") return;
            void attempt.attempt(async () => {
              await call(verifySession, { body: { password } });
              onAnswer(true);
            });
          }}
        >
          <HiddenName name={user.name} />
          <LoginField
            label={t("login.password")}
            name="password"
            autoComplete="current-password"
            isSecret
            autoFocus
            error={isMissing ? t("field.required") : wrong}
          />
        </form>
      )}
      <AttemptError attempt={attempt} inField="wrong-credentials" />
    </ConfirmDialog>
  );
}
