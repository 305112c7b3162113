import Button from "@mui/material/Button";
import { useState } from "react";
import { call } from "#api/client.ts";
import { changePassword, MIN_PASSWORD } from "#api/login.ts";
import { useText } from "#i18n/texts.ts";
import { toast } from "#ui/toasts.ts";
import { AttemptButton } from "./AttemptButton.tsx";
import { AttemptError } from "./AttemptError.tsx";
import { HiddenName } from "./HiddenName.tsx";
import styles from "./Login.module.css";
import { LoginField } from "./LoginField.tsx";
import { NEW_PASSWORD, NewPasswordField } from "./NewPasswordField.tsx";
import { readForm } from "./readForm.ts";
import { useAttempt } from "./useAttempt.ts";

/** One's own password; all other sessions end with the old one. */
export function ChangePassword({ name }: { name: string }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="stack gap-12 divided">
      <h3 className="subheading strong">{t("me.password")}</h3>
      {isOpen ? (
        <PasswordChange name={name} onClose={() => setIsOpen(false)} />
      ) : (
        <div>
          <Button variant="outlined" onClick={() => setIsOpen(true)}>
            {t("me.changePassword")}
          </Button>
        </div>
      )}
    </section>
  );
}

function PasswordChange({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText();
  const attempt = useAttempt();
  const [isTried, setIsTried] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const wrong = attempt.problem === "wrong-credentials" ? t("login.wrongPassword") : undefined;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const read = readForm(event);
        const body = { password: read("password"), newPassword: read(NEW_PASSWORD) };
        setIsTried(true);
        setIsMissing(body.password === "");
        if (body.password === "" || body.newPassword.length < MIN_PASSWORD) return;
        void attempt.attempt(async () => {
          await call(changePassword, { body });
          toast("success", t("me.changed"));
          onClose();
        });
      }}
    >
      <HiddenName name={name} />
      <LoginField
        label={t("me.currentPassword")}
        name="password"
        autoComplete="current-password"
        isSecret
        autoFocus
        error={isMissing ? t("field.required") : wrong}
      />
      <NewPasswordField isWeak={attempt.problem === "weak-password"} isTried={isTried} />
      {attempt.problem !== "weak-password" && (
        <AttemptError attempt={attempt} inField="wrong-credentials" />
      )}
      <div className="buttons">
        <AttemptButton attempt={attempt} label={t("me.changePassword")} />
        <Button onClick={onClose}>{t("ui.cancel")}</Button>
      </div>
    </form>
  );
}
