import { useMoment } from "#i18n/useMoment.ts";
import { LoginLink } from "#common/LoginLink.tsx";
import { useConnectivity } from "#common/connectivity.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { useDataAge } from "./dataAge.ts";

/**
 * Shows that the server does not respond, or requires a sign-in first, and how old the data is;
 * disappears by itself.
 */
export function ConnectivityNotice({ className }: { className?: string | undefined }) {
  const t = useText();
  const moment = useMoment();
  const connectivity = useConnectivity();
  const at = useDataAge();
  if (connectivity === "ok") return null;
  const isLogin = connectivity === "login";
  const offline = () =>
    at === 0 ? t("app.offlineNoData") : t("app.offline", { time: moment(at) });
  return (
    <div className={className}>
      <Notice tone="attention" action={isLogin && <LoginLink />}>
        {isLogin ? t("app.login") : offline()}
      </Notice>
    </div>
  );
}
