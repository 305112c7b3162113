import Button from "@mui/material/Button";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { call } from "#api/client.ts";
import { type SessionLogin, startOidc } from "#api/login.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";
import { AttemptError } from "./AttemptError.tsx";
import { LinkForm } from "./LinkForm.tsx";
import styles from "./Login.module.css";
import { LoginTitle } from "./LoginTitle.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { useAttempt } from "./useAttempt.ts";

interface Props {
  login: SessionLogin;
  /** Path of the app to go on to. */
  to: string;
  /** Asks the server again who is signed in. */
  onDone: () => Promise<unknown>;
  /** Instead of a form, for somebody who is signed in and has no link to use. */
  whenSignedIn: ReactNode;
  /** The screen's own session has ended. */
  isWall: boolean;
}

/** `/sign-in`: by whatever way people sign in here, or by a single-use link behind the `#`. */
export function SignInPage({ login, to, onDone, whenSignedIn, isWall }: Props) {
  const t = useText();
  const [link, setLink] = useLink();
  if (link !== undefined) {
    const leave = () => setLink(undefined);
    return <LinkForm link={link} onDone={() => onDone().then(leave)} onLeave={leave} />;
  }
  if (login.user !== null) return whenSignedIn;
  if (login.hasNoUsers === true) return <NoUsers onRetry={onDone} />;
  if (login.kind === "oidc") return <Oidc to={to} />;
  if (login.kind === "header") {
    return (
      <>
        <LoginTitle title={t("login.title")} lead={t("login.headerText")} />
        <Button variant="contained" onClick={() => location.reload()}>
          {t("login.reload")}
        </Button>
      </>
    );
  }
  return (
    <>
      <LoginTitle title={t("login.title")} />
      {isWall && <Notice tone="attention">{t("login.wallEnded")}</Notice>}
      <PasswordForm onDone={onDone} />
    </>
  );
}

/** The secret of a link is in the address only until the page has read it. */
function useLink() {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const [link, setLink] = useState(() => hash.slice(1) || undefined);
  useEffect(() => {
    if (hash !== "") void navigate({ pathname, search }, { replace: true });
  }, [hash, navigate, pathname, search]);
  return [link, setLink] as const;
}

function Oidc({ to }: { to: string }) {
  const t = useText();
  const [params] = useSearchParams();
  const attempt = useAttempt();
  const reason = params.get("error");
  return (
    <>
      <LoginTitle title={t("login.title")} lead={t("login.oidcText")} />
      {reason !== null && (
        <Notice tone="problem" urgent>
          {t("login.oidcFailed", { reason })}
        </Notice>
      )}
      <AttemptError attempt={attempt} />
      <Button
        variant="contained"
        loading={attempt.running}
        onClick={() => void attempt.attempt(() => goToOidc(to))}
      >
        {t("login.oidc")}
      </Button>
    </>
  );
}

/** Leaves for the OpenID Connect provider, which sends the browser back to a path of the app. */
export async function goToOidc(to: string, isVerification = false): Promise<void> {
  const { data } = await call(startOidc, { body: { to, isVerification } });
  location.assign(data.url);
}

function NoUsers({ onRetry }: { onRetry: () => Promise<unknown> }) {
  const t = useText();
  const attempt = useAttempt();
  return (
    <>
      <LoginTitle title={t("login.noUsers")} lead={t("login.noUsersText")} />
      <code className={`mono small ${styles.command}`} translate="no">
        npm run user -- add anna --role admin
      </code>
      <AttemptError attempt={attempt} />
      <Button
        variant="outlined"
        loading={attempt.running}
        onClick={() => void attempt.attempt(onRetry)}
      >
        {t("login.noUsersDone")}
      </Button>
    </>
  );
}
