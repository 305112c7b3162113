import { useRef } from "react";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useText } from "#i18n/texts.ts";
import { AccountsCard } from "./AccountsCard.tsx";
import { DeviceData } from "./DeviceData.tsx";
import { DirectionsCard } from "./DirectionsCard.tsx";
import { ExternalCard } from "./ExternalCard.tsx";
import styles from "./Overview.module.css";
import { SharedNotice } from "./SharedNotice.tsx";
import { VoicemailCard } from "./VoicemailCard.tsx";

/** `/`: what needs attention in the office now, each figure with a link. */
export function OverviewPage() {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  useFocusFallback(place);
  return (
    <>
      <PageHeader title={t("overview.title")} lead={t("overview.lead")} />
      <div ref={place}>
        <SharedNotice>
          <div className={styles.cards}>
            <AccountsCard />
            <ExternalCard />
            <DirectionsCard />
            <VoicemailCard />
          </div>
        </SharedNotice>
      </div>
      <DeviceData />
    </>
  );
}
