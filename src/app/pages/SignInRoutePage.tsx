import Button from "@mui/material/Button";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useSearchParams } from "react-router";
import { ErrorState } from "#common/ErrorState.tsx";
import { useErrorText } from "#common/errorText.ts";
import { LoginTitle } from "#features/login/LoginTitle.tsx";
import { SignInPage } from "#features/login/SignInPage.tsx";
import styles from "#features/login/Login.module.css";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { LateToasts } from "../LateToasts.tsx";
import { LanguageSwitch } from "../header/LanguageSwitch.tsx";
import { SchemeSwitch } from "../header/SchemeSwitch.tsx";
import { useFocusOnRoute } from "../useFocusOnRoute.ts";
import { isWall, type Session, sessionQuery } from "../session.ts";

/** `/sign-in`, without the frame: there is nothing to go to yet. */
export function SignInRoutePage() {
  const session = useQuery(sessionQuery);
  useFocusOnRoute({ keepsFocus: true });
  return (
    <div className={styles.page}>
      <header className={`row spread ${styles.bar}`}>
        <span className="strong heading">Pult</span>
        <div className="row gap-4">
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <main id="main" className={styles.place} tabIndex={-1}>
        <div className={`card ${styles.sheet}`}>
          {session.data !== undefined && <SignIn session={session.data} />}
          {session.data === undefined && session.isError && (
            <Failed error={session.error} onRetry={() => void session.refetch()} />
          )}
        </div>
      </main>
      <LateToasts />
    </div>
  );
}

function SignIn({ session: { login } }: { session: Session }) {
  const t = useText();
  const client = useQueryClient();
  const [params] = useSearchParams();
  if (login === undefined || login.kind === "none") {
    return (
      <>
        <LoginTitle title={t("login.title")} lead={t("login.noneText")} />
        <Button variant="contained" component={Link} to={paths.home()}>
          {t("login.home")}
        </Button>
      </>
    );
  }
  const to = login.user?.role === "wall" ? paths.statusWall() : ownPath(params.get("to"));
  return (
    <SignInPage
      login={login}
      to={to}
      onDone={() => client.fetchQuery({ ...sessionQuery, staleTime: 0 })}
      whenSignedIn={<Navigate to={to} replace />}
      isWall={isWall()}
    />
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  const errorText = useErrorText();
  return (
    <>
      <LoginTitle title={t("login.title")} />
      {/* There is no frame that would tell it. */}
      <ErrorState error={error} errorText={errorText(error)} onRetry={onRetry} />
    </>
  );
}

/** A path of this app, whatever a link says: never another site's address. */
function ownPath(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : paths.home();
}
