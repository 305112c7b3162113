import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "react-router";
import { parseId } from "#paths";
import { isApiError } from "#api/errors.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { History } from "#common/history/History.tsx";
import { RecentChanges } from "#common/journal/RecentChanges.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { ScenarioList } from "../scenarios/ScenarioList.tsx";
import { suspendedScenario } from "#domain/people/suspend.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import styles from "./Account.module.css";
import { AccountNotFound } from "./AccountNotFound.tsx";
import { AccountHeader } from "./AccountHeader.tsx";
import { AccountDiagnosis, type WatchParts } from "./AccountDiagnosis.tsx";
import { AccountFacts } from "./AccountFacts.tsx";
import { SuspendedNotice } from "./SuspendedNotice.tsx";

/** `/sip/:id`: one account. Its form opens over it at `/sip/:id/edit`. */
export function SipAccountPage(watch: WatchParts) {
  const id = parseId(useParams().id);
  if (id !== undefined) return <Account key={id} id={id} {...watch} />;
  return (
    <>
      <AccountHeader account={undefined} />
      <AccountNotFound />
    </>
  );
}

function Account({ id, ...watch }: WatchParts & { id: number }) {
  const t = useText();
  const account = useQuery(accountQuery(id));
  const { data, error, isError, dataUpdatedAt, refetch } = account;
  const isNotFound = isApiError(error) && error.kind === "notFound";
  const retry = () => void refetch();
  return (
    <>
      <AccountHeader account={data} />
      {data === undefined && isNotFound && <AccountNotFound onRetry={retry} />}
      {data === undefined && isError && !isNotFound && <ErrorState error={error} onRetry={retry} />}
      {data === undefined && !isError && <Loading failure={account.failureReason} />}
      {data !== undefined && (
        <>
          <div className={`stack gap-8 ${styles.notices}`}>
            {isNotFound && (
              <Notice tone="problem" urgent>
                {t("account.goneNow")}
              </Notice>
            )}
            {isError && !isNotFound && (
              <StaleNotice error={error} at={dataUpdatedAt} onRetry={retry} />
            )}
            {suspendedScenario(data.sip_scenarios) === undefined ? (
              <AccountDiagnosis account={data} {...watch} />
            ) : (
              <SuspendedNotice account={data} />
            )}
          </div>
          <div className={styles.columns}>
            <div className="stack gap-16">
              <ScenarioList id={id} />
              <History kind="sip" id={id} className="card padded" />
            </div>
            <div className="stack gap-16">
              <AccountFacts account={data} />
              <RecentChanges kind="sip" object={String(id)} />
            </div>
          </div>
          <Outlet />
        </>
      )}
    </>
  );
}

function Loading({ failure }: { failure: unknown }) {
  const t = useText();
  const label = t("sip.loading");
  return (
    <ListLoading failure={failure} label={label}>
      <div className={styles.columns} role="status">
        <span className="visually-hidden">{label}</span>
        <div className={`card delayed ${styles.skeleton}`} />
        <div className={`card delayed ${styles.skeleton}`} />
      </div>
    </ListLoading>
  );
}
