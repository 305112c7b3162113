import { useState } from "react";
import { call } from "#api/client.ts";
import { signIn } from "#api/login.ts";
import { useText } from "#i18n/texts.ts";
import { AttemptButton } from "./AttemptButton.tsx";
import { AttemptError } from "./AttemptError.tsx";
import { CodeForm } from "./CodeForm.tsx";
import styles from "./Login.module.css";
import { LoginField } from "./LoginField.tsx";
import { readForm } from "./readForm.ts";
import { useAttempt } from "./useAttempt.ts";

interface Props {
  /** Who was signed in before. */
  name?: string | undefined;
  onDone: () => Promise<unknown>;
}

/** Name and password, then the second factor where there is one. */
export function PasswordForm({ name, onDone }: Props) {
  const t = useText();
  const attempt = useAttempt();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [step, setStep] = useState<"password" | "code" | "again">("password");
  if (step === "code") return <CodeForm onDone={onDone} onOver={() => setStep("again")} />;
  const required = (field: string) => (missing.includes(field) ? t("field.required") : undefined);
  const isWrong = attempt.problem === "wrong-credentials";
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const read = readForm(event);
        const body = { name: read("username").trim(), password: read("password") };
        const empty = ["username", "password"].filter((field) => read(field).trim() === "");
        setMissing(empty);
        if (empty.length > 0) return;
        void attempt.attempt(async () => {
          const { data } = await call(signIn, { body });
          if (data.next === "code") setStep("code");
          else await onDone();
        });
      }}
    >
      {step === "again" && <p role="status">{t("login.challengeOver")}</p>}
      <LoginField
        label={t("login.name")}
        name="username"
        autoComplete="username"
        defaultValue={name}
        autoFocus={name === undefined}
        error={required("username")}
      />
      <LoginField
        label={t("login.password")}
        name="password"
        autoComplete="current-password"
        isSecret
        autoFocus={name !== undefined}
        error={required("password") ?? (isWrong ? t("login.wrong") : undefined)}
      />
      <AttemptError attempt={attempt} inField="wrong-credentials" />
      <AttemptButton attempt={attempt} label={t("login.submit")} />
    </form>
  );
}
