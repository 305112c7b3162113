import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useCountries } from "#domain/directions/useCountries.ts";
import { useReasonText } from "#common/errorText.ts";
import { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { accountsQuery, statusesQuery } from "#domain/sip/queries.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { voicemailQuery } from "#domain/voicemail/queries.ts";
import styles from "./Overview.module.css";
import { sharedFailure, SharedFailureContext } from "./sharedFailure.ts";

/** Shows once, above the cards, why several of them failed. */
export function SharedNotice({ children }: { children: ReactNode }) {
  const toReasonText = useReasonText();
  const accounts = useQuery(accountsQuery());
  const statuses = useQuery(statusesQuery());
  const external = useExternalRows();
  const countries = useCountries();
  const voicemail = useQuery(voicemailQuery());
  const shared = sharedFailure(
    [
      [accounts, statuses],
      [external.list, external.registrations],
      [countries.all, countries.allowed],
      [voicemail],
    ],
    toReasonText,
  );
  const ages = shared?.failed.map(({ dataUpdatedAt }) => dataUpdatedAt).filter((at) => at > 0);
  const retry = () => {
    for (const { refetch } of shared?.failed ?? []) void refetch();
  };
  return (
    <SharedFailureContext value={shared?.reason}>
      {shared !== undefined && (
        <div className={styles.shared}>
          <StaleNotice
            error={shared.failed[0]?.error}
            at={ages === undefined || ages.length === 0 ? 0 : Math.min(...ages)}
            onRetry={retry}
          />
        </div>
      )}
      {children}
    </SharedFailureContext>
  );
}
