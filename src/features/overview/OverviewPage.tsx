import { useQuery } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { RecentChanges } from "#common/journal/RecentChanges.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { rememberedForwardingQuery } from "#domain/externalNumbers/remembered.ts";
import { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { availabilityQuery } from "#domain/history/availability.ts";
import { useSipRows } from "#domain/sip/useSipRows.ts";
import { voicemailQuery } from "#domain/voicemail/queries.ts";
import { watchedQuery } from "#domain/watched/queries.ts";
import { Switches } from "#common/switches/lazySwitches.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useText } from "#i18n/texts.ts";
import { AccountsCard } from "./AccountsCard.tsx";
import { DeviceData } from "./DeviceData.tsx";
import { DirectionsCard } from "./DirectionsCard.tsx";
import { ExternalCard } from "./ExternalCard.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import { findMatters } from "./matters.ts";
import { Matters } from "./Matters.tsx";
import styles from "./Overview.module.css";
import { SharedNotice } from "./SharedNotice.tsx";
import { Verdict } from "./Verdict.tsx";
import { VoicemailCard } from "./VoicemailCard.tsx";

/** `/`: whether all is well in the office; what is not, and since when; all phones and lines. */
export function OverviewPage() {
  const t = useText();
  const verdict = useId();
  const place = useRef<HTMLDivElement>(null);
  useFocusFallback(place);
  const { rows: phones, accounts, statuses } = useSipRows();
  const { rows: lines, list, registrations } = useExternalRows();
  const voicemail = useQuery(voicemailQuery());
  const watched = useQuery(watchedQuery());
  const isVoicemailLost = voicemail.data?.send === true && voicemail.data.email === "";
  const { data: forwarding } = useQuery(rememberedForwardingQuery());
  const { data: availability } = useQuery({
    ...availabilityQuery(),
    enabled: phones.some(({ state }) => state === "offline"),
  });
  const matters = findMatters({
    phones,
    lines,
    isVoicemailLost,
    watched: watched.data,
    forwarding,
    availability,
  });
  const polled = [accounts, statuses, list, registrations];
  const isReady = [accounts, statuses].every(({ data }) => data?.complete === true);
  const refresh = () => {
    for (const { refetch } of [...polled, voicemail, watched]) void refetch();
  };
  return (
    <>
      <PageHeader
        title={t("overview.title")}
        actions={
          <Freshness
            at={
              statuses.isError || statuses.data === undefined ? undefined : statuses.dataUpdatedAt
            }
            fetching={polled.some(({ isFetching }) => isFetching)}
            failure={statuses.failureReason}
            onRefresh={refresh}
          />
        }
      />
      <div ref={place}>
        <SharedNotice>
          <div className={styles.board}>
            <div className={styles.column}>
              {isReady && phones.length > 0 && (
                <section className="stack gap-12" aria-labelledby={verdict}>
                  <Verdict
                    id={verdict}
                    matters={matters}
                    online={phones.filter(({ state }) => state === "online").length}
                  />
                  {matters.length > 0 && <Matters matters={matters} heading={verdict} />}
                </section>
              )}
              <AccountsCard />
              {isReady && <FirstSteps accounts={phones.length} />}
            </div>
            <div className={styles.column}>
              <ExternalCard />
              <DirectionsCard />
              <VoicemailCard />
              <Switches />
            </div>
            <div className={styles.column}>
              <RecentChanges className={styles.changes} />
            </div>
          </div>
        </SharedNotice>
      </div>
      <DeviceData />
    </>
  );
}
