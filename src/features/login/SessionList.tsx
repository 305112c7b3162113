import Button from "@mui/material/Button";
import type { UseQueryResult } from "@tanstack/react-query";
import type { LoginSession } from "#api/login.ts";
import { ListLoading } from "#common/ListLoading.tsx";
import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { toast } from "#ui/toasts.ts";
import { AttemptError } from "./AttemptError.tsx";
import { browserName } from "./browserName.ts";
import styles from "./Login.module.css";
import { useAttempt } from "./useAttempt.ts";

interface Props {
  query: UseQueryResult<{ items: LoginSession[] }>;
  onEnd: (id: string) => Promise<unknown>;
}

/** Where somebody is signed in; each but the one that asks can be ended. */
export function SessionList({ query, onEnd }: Props) {
  const t = useText();
  const moment = useMoment();
  const attempt = useAttempt();
  if (query.data === undefined) {
    if (query.isError)
      return <LoadErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
    return <ListLoading failure={query.failureReason} label={t("me.sessionsLoading")} />;
  }
  if (query.data.items.length === 0) return <p className="muted">{t("users.noSessions")}</p>;
  const end = async (id: string) => {
    await onEnd(id);
    toast("success", t("me.ended"));
    await query.refetch();
  };
  return (
    <>
      <ul className={styles.sessions}>
        {query.data.items.map((session) => {
          const { id, address, browser, startedAt, usedAt, isCurrent } = session;
          const name = browserName(browser) ?? t("me.unknownBrowser");
          const what = address === "" ? name : `${name}, ${address}`;
          return (
            <li key={id} className="row gap-12 spread">
              <div className="grow">
                <p className="strong" title={browser} translate="no">
                  {what}
                </p>
                <p className="caption muted">
                  {t("me.used", { moment: moment(Date.parse(usedAt)) })}
                  {" · "}
                  {t("me.started", { moment: moment(Date.parse(startedAt)) })}
                </p>
              </div>
              {isCurrent ? (
                <span className="caption muted">{t("me.thisSession")}</span>
              ) : (
                <Button
                  size="small"
                  aria-label={t("me.endOf", { what })}
                  disabled={attempt.running}
                  onClick={() => void attempt.attempt(() => end(id))}
                >
                  {t("me.end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <AttemptError attempt={attempt} />
    </>
  );
}
