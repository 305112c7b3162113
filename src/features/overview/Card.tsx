import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { Link, type To } from "react-router";
import { useReasonText } from "#common/errorText.ts";
import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { Icon, type IconName } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Overview.module.css";
import { useSharedFailure } from "./sharedFailure.ts";

/** What a card needs of a query; a paged list is ready when it is complete. */
type Query = Pick<
  UseQueryResult,
  "data" | "isError" | "error" | "failureReason" | "dataUpdatedAt" | "refetch"
>;

export interface Source {
  query: Query;
  /** What it provides, where that is not the whole of the card. */
  what?: string;
  /**
   * When the fallback data was received, in ms since 1970, where that is not its own last response.
   */
  at?: number;
}

interface Props {
  icon: IconName;
  title: string;
  /** The screen that the card sums up. */
  to: To;
  /** The queries behind the figures. The first that failed is shown. */
  sources: readonly Source[];
  /** Whether there is enough data to show correct figures. */
  ready: boolean;
  /** Called only when ready. */
  children: () => ReactNode;
}

/** One group of the office. It loads, fails and retries independently. */
export function Card({ icon, title, to, sources, ready, children }: Props) {
  const t = useText();
  const heading = useId();
  const failed = sources.find(({ query }) => query.isError);
  const toReasonText = useReasonText();
  const sharedReason = useSharedFailure();
  const isShared = failed !== undefined && toReasonText(failed.query.error) === sharedReason;
  const failure = sources.map(({ query }) => query.failureReason).find(Boolean) ?? null;
  const loading = t("overview.loading", { title });
  const retry = () => {
    for (const { query } of sources) if (query.isError) void query.refetch();
  };
  return (
    <section className="card padded stack gap-12" aria-labelledby={heading}>
      <h2 id={heading} className="subheading strong">
        <Link className={`quiet-link inline-row gap-8 ${styles.title}`} to={to}>
          <Icon name={icon} />
          {title}
        </Link>
      </h2>
      {failed !== undefined && ready && !isShared && (
        <StaleNotice
          error={failed.query.error}
          at={failed.at ?? failed.query.dataUpdatedAt}
          onRetry={retry}
          {...(failed.what === undefined ? {} : { subject: failed.what })}
        />
      )}
      {ready && children()}
      {failed !== undefined && !ready && !isShared && (
        <LoadErrorNotice error={failed.query.error} onRetry={retry} />
      )}
      {isShared && !ready && <p className="muted">{t("overview.unread")}</p>}
      {failed === undefined && !ready && (
        <ListLoading failure={failure} label={loading}>
          <div className={`placeholder delayed ${styles.skeleton}`} role="status">
            <span className="visually-hidden">{loading}</span>
          </div>
        </ListLoading>
      )}
    </section>
  );
}
