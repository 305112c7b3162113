import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useMoment } from "#i18n/useMoment.ts";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { LoginLink } from "#common/LoginLink.tsx";
import { setSignInPutOff, useConnectivity } from "#common/connectivity.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { useDataAge } from "./dataAge.ts";
import { LoginQuestions } from "./loginGates.tsx";
import { sessionQuery } from "./session.ts";

/**
 * Shows that the server does not respond, or requires a sign-in first, and how old the data is;
 * disappears by itself.
 */
export function ConnectivityNotice({ className }: { className?: string | undefined }) {
  const t = useText();
  const connectivity = useConnectivity();
  const isSignedOut = connectivity === "signedOut";
  const action = isSignedOut ? (
    <Button size="small" onClick={() => setSignInPutOff(false)}>
      {t("error.signIn")}
    </Button>
  ) : (
    connectivity === "login" && <LoginLink />
  );
  return (
    <>
      {connectivity !== "ok" && (
        <div className={className}>
          <Notice tone="attention" action={action}>
            {isSignedOut || connectivity === "login" ? (
              t("app.login")
            ) : connectivity === "store" ? (
              <StoreMessage />
            ) : (
              <OfflineMessage />
            )}
          </Notice>
        </div>
      )}
      <LoginQuestions />
    </>
  );
}

function StoreMessage() {
  const { error } = useQuery({ ...sessionQuery, enabled: false });
  return error !== null && <ErrorMessage error={error} />;
}

function OfflineMessage() {
  const t = useText();
  const moment = useMoment();
  const at = useDataAge();
  return at === 0 ? t("app.offlineNoData") : t("app.offline", { time: moment(at) });
}
