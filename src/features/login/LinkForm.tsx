import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "#api/client.ts";
import { MIN_PASSWORD, readLink, redeemLink } from "#api/login.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { useText } from "#i18n/texts.ts";
import { AttemptButton } from "./AttemptButton.tsx";
import { AttemptError } from "./AttemptError.tsx";
import { CodeForm } from "./CodeForm.tsx";
import styles from "./Login.module.css";
import { LoginField } from "./LoginField.tsx";
import { LoginTitle } from "./LoginTitle.tsx";
import { NEW_PASSWORD, NewPasswordField } from "./NewPasswordField.tsx";
import { readForm } from "./readForm.ts";
import { problemOf, useAttempt } from "./useAttempt.ts";

interface Props {
  link: string;
  onDone: () => Promise<unknown>;
  /** Goes on without the link. */
  onLeave: () => void;
}

/** What a single-use link leads to: setting a password, or a screen on the wall. */
export function LinkForm({ link, onDone, onLeave }: Props) {
  const t = useText();
  // Not by the link: a secret does not stand in the cache.
  const key = useId();
  const owner = useQuery({
    queryKey: ["readLink", key],
    queryFn: async ({ signal }) => (await call(readLink, { body: { link } }, { signal })).data,
    staleTime: Infinity,
    gcTime: 0,
  });
  const attempt = useAttempt();
  const [isTried, setIsTried] = useState(false);
  const [isCodeNext, setIsCodeNext] = useState(false);
  const redeem = async (password?: string) => {
    const { data } = await call(redeemLink, { body: { link, password } });
    if (data.next === "code") setIsCodeNext(true);
    else await onDone();
  };
  const isInvalid = [problemOf(owner.error), attempt.problem].includes("link-invalid");
  if (isInvalid) {
    return (
      <>
        <LoginTitle title={t("login.linkInvalid")} lead={t("login.linkInvalidText")} />
        <Button variant="outlined" onClick={onLeave}>
          {t("login.toSignIn")}
        </Button>
      </>
    );
  }
  if (owner.isError) return <ErrorState error={owner.error} onRetry={() => void owner.refetch()} />;
  if (owner.data === undefined) return null;
  const { name, needsPassword } = owner.data;
  if (isCodeNext) {
    return (
      <>
        <LoginTitle title={t("login.title")} />
        <CodeForm onDone={onDone} onOver={onLeave} />
      </>
    );
  }
  if (!needsPassword) {
    return (
      <>
        <LoginTitle title={t("login.wallTitle")} lead={t("login.wallLead", { name })} />
        <AttemptError attempt={attempt} />
        <Button
          variant="contained"
          loading={attempt.running}
          onClick={() => void attempt.attempt(() => redeem())}
        >
          {t("login.startWall")}
        </Button>
      </>
    );
  }
  return (
    <>
      <LoginTitle title={t("login.linkTitle", { name })} lead={t("login.linkLead", { name })} />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          const password = readForm(event)(NEW_PASSWORD);
          setIsTried(true);
          if (password.length >= MIN_PASSWORD) void attempt.attempt(() => redeem(password));
        }}
      >
        <LoginField
          label={t("login.name")}
          name="username"
          autoComplete="username"
          defaultValue={name}
          readOnly
        />
        <NewPasswordField
          isWeak={attempt.problem === "weak-password"}
          isTried={isTried}
          autoFocus
        />
        <AttemptError attempt={attempt} inField="weak-password" />
        <AttemptButton attempt={attempt} label={t("login.setPassword")} />
      </form>
    </>
  );
}
