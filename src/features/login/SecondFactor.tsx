import Button from "@mui/material/Button";
import { useState } from "react";
import { call } from "#api/client.ts";
import { confirmTotp, startTotp, stopTotp } from "#api/login.ts";
import { CopyButton } from "#common/CopyButton.tsx";
import { useText } from "#i18n/texts.ts";
import { toast } from "#ui/toasts.ts";
import { AttemptButton } from "./AttemptButton.tsx";
import { AttemptError } from "./AttemptError.tsx";
import styles from "./Login.module.css";
import { LoginField } from "./LoginField.tsx";
import { readForm } from "./readForm.ts";
import { useAttempt } from "./useAttempt.ts";

interface Started {
  uri: string;
  recoveryCodes: readonly string[];
}

interface Props {
  isOn: boolean;
  /** Asks the server again who is signed in. */
  onChange: () => Promise<unknown>;
}

/** A code of an authenticator app, besides the password. */
export function SecondFactor({ isOn, onChange }: Props) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [started, setStarted] = useState<Started>();
  const close = () => {
    setIsOpen(false);
    setStarted(undefined);
  };
  const stop = async (password: string) => {
    await call(stopTotp, { body: { password } });
    await onChange();
    toast("success", t("me.totpStopped"));
    close();
  };
  const start = async (password: string) => {
    const { data } = await call(startTotp, { body: { password } });
    setStarted(data);
  };
  const finish = async () => {
    await onChange();
    toast("success", t("me.totpDone"));
    close();
  };
  return (
    <section className="stack gap-12 divided">
      <h3 className="subheading strong">{t("me.totp")}</h3>
      {started === undefined && <p>{t(isOn ? "me.totpOn" : "me.totpOff")}</p>}
      {!isOpen && (
        <div>
          <Button variant="outlined" onClick={() => setIsOpen(true)}>
            {t(isOn ? "me.totpStop" : "me.totpStart")}
          </Button>
        </div>
      )}
      {isOpen && started === undefined && (
        <PasswordStep
          label={t(isOn ? "me.totpStop" : "me.totpNext")}
          onPassword={isOn ? stop : start}
          onClose={close}
        />
      )}
      {started !== undefined && <Confirm {...started} onDone={finish} onClose={close} />}
    </section>
  );
}

interface PasswordStepProps {
  label: string;
  onPassword: (password: string) => Promise<void>;
  onClose: () => void;
}

function PasswordStep({ label, onPassword, onClose }: PasswordStepProps) {
  const t = useText();
  const attempt = useAttempt();
  const [isMissing, setIsMissing] = useState(false);
  const wrong = attempt.problem === "wrong-credentials" ? t("login.wrongPassword") : undefined;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const password = readForm(event)("password");
        setIsMissing(password === "");
        if (password !== "") void attempt.attempt(() => onPassword(password));
      }}
    >
      <LoginField
        label={t("login.password")}
        name="password"
        autoComplete="current-password"
        isSecret
        autoFocus
        error={isMissing ? t("field.required") : wrong}
      />
      <AttemptError attempt={attempt} inField="wrong-credentials" />
      <div className="buttons">
        <AttemptButton attempt={attempt} label={label} />
        <Button onClick={onClose}>{t("ui.cancel")}</Button>
      </div>
    </form>
  );
}

interface ConfirmProps extends Started {
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Shows what has to be kept, and turns the second factor on once it works. */
function Confirm({ uri, recoveryCodes, onDone, onClose }: ConfirmProps) {
  const t = useText();
  const attempt = useAttempt();
  const [isMissing, setIsMissing] = useState(false);
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const wrong = attempt.problem === "wrong-credentials" ? t("login.wrongCode") : undefined;
  const copied = async () => recoveryCodes.join("\n");
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const code = readForm(event)("code").trim();
        setIsMissing(code === "");
        if (code === "") return;
        void attempt.attempt(async () => {
          await call(confirmTotp, { body: { code } });
          await onDone();
        });
      }}
    >
      <ol className="steps">
        <li>
          {t("me.totpStep1")}
          <div className="row gap-4">
            <code className={`grow mono small ${styles.secret}`} translate="no">
              {secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
            </code>
            <CopyButton what={t("me.totpSecret")} text={async () => secret} />
          </div>
          <a href={uri}>{t("me.totpOpen")}</a>
        </li>
        <li>
          {t("me.totpStep2")}
          <div className="beside gap-4">
            <ul className={`grow mono small tabular ${styles.codes}`} translate="no">
              {recoveryCodes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
            <CopyButton what={t("me.recoveryCodes")} text={copied} />
          </div>
        </li>
        <li>{t("me.totpStep3")}</li>
      </ol>
      <LoginField
        label={t("login.code")}
        help={t("login.codeHelp")}
        name="code"
        autoComplete="one-time-code"
        isNumeric
        autoFocus
        error={isMissing ? t("field.required") : wrong}
      />
      <AttemptError attempt={attempt} inField="wrong-credentials" />
      <div className="buttons">
        <AttemptButton attempt={attempt} label={t("me.totpConfirm")} />
        <Button onClick={onClose}>{t("ui.cancel")}</Button>
      </div>
    </form>
  );
}
