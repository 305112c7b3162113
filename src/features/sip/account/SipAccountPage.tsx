import { useQuery } from "@tanstack/react-query";
import type { ComponentType, ReactNode } from "react";
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
import { accountQuery, type CachedAccount } from "#domain/sip/queries.ts";
import styles from "./Account.module.css";
import { AccountNotFound } from "./AccountNotFound.tsx";
import { AccountHeader } from "./AccountHeader.tsx";
import { AccountDiagnosis } from "./AccountDiagnosis.tsx";
import { Credentials } from "./Credentials.tsx";
import { Settings } from "./Settings.tsx";

interface Props {
  /** Since when an account is offline; undefined where that is not known. */
  Since: ComponentType<{ id: number }>;
}

/** `/sip/:id`: one account. Its form opens over it at `/sip/:id/edit`. */
export function SipAccountPage({ Since }: Props) {
  const id = parseId(useParams().id);
  if (id !== undefined) return <Account key={id} id={id} since={<Since id={id} />} />;
  return (
    <>
      <AccountHeader account={undefined} />
      <AccountNotFound />
    </>
  );
}

function Account({ id, since }: { id: number; since: ReactNode }) {
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
            <AccountDiagnosis account={data} since={since} />
          </div>
          <Cards account={data} />
          <History kind="sip" id={id} className={`card padded ${styles.history}`} />
          <RecentChanges kind="sip" object={String(id)} className={styles.changes} />
          <Outlet />
        </>
      )}
    </>
  );
}

function Cards({ account }: { account: CachedAccount }) {
  return (
    <div className={styles.cards}>
      <Credentials account={account} />
      <Settings account={account} />
      <ScenarioList id={account.id} />
    </div>
  );
}

function Loading({ failure }: { failure: unknown }) {
  const t = useText();
  const label = t("sip.loading");
  return (
    <ListLoading failure={failure} label={label}>
      <div className={styles.cards} role="status">
        <span className="visually-hidden">{label}</span>
        <div className={`card delayed ${styles.skeleton}`} />
        <div className={`card delayed ${styles.skeleton}`} />
      </div>
    </ListLoading>
  );
}
