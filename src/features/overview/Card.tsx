import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { Link, type To } from "react-router";
import { FailedNotice } from "#common/FailedNotice.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { Icon, type IconName } from "#ui/icons.tsx";
import styles from "./Overview.module.css";
import { useOverviewText } from "./messages.ts";

/** What a card asks of a query; a list in pages is ready when it is whole. */
type Source = Pick<UseQueryResult, "data" | "isError" | "error" | "dataUpdatedAt" | "refetch">;

interface Props {
  icon: IconName;
  title: string;
  /** The screen that the card sums up. */
  to: To;
  /** What the figures are made of. The first that failed is told. */
  sources: readonly Source[];
  /** Whether there is enough to show figures that are true. */
  ready: boolean;
  /** Called only when ready. */
  children: () => ReactNode;
}

/** One group of the office. It loads, fails and is tried again by itself. */
export function Card({ icon, title, to, sources, ready, children }: Props) {
  const t = useOverviewText();
  const heading = useId();
  const failed = sources.find((source) => source.isError);
  const retry = () => {
    for (const source of sources) if (source.isError) void source.refetch();
  };
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h2 id={heading}>
        <Link className={styles.title} to={to}>
          <Icon name={icon} />
          {title}
        </Link>
      </h2>
      {failed !== undefined && ready && (
        <StaleNotice error={failed.error} at={failed.dataUpdatedAt} onRetry={retry} />
      )}
      {ready && children()}
      {failed !== undefined && !ready && <FailedNotice error={failed.error} onRetry={retry} />}
      {failed === undefined && !ready && (
        <div className={styles.skeleton} role="status">
          <span className="visually-hidden">{t("overview.loading", { title })}</span>
        </div>
      )}
    </section>
  );
}
