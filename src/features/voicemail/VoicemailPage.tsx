import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ErrorState } from "#common/ErrorState.tsx";
import { Freshness } from "#common/Freshness.tsx";
import { RecentChanges } from "#common/journal/RecentChanges.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { type Settings, voicemailQuery } from "#domain/voicemail/queries.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useUnknownUserText } from "./useFailureText.ts";
import styles from "./Voicemail.module.css";

const loadForm = async () => (await import("./VoicemailForm.tsx")).VoicemailForm;
const VoicemailForm = lazyPart(loadForm, () => undefined);

/** `/voicemail`: where recordings are sent, and whether they are. */
export function VoicemailPage() {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  useFocusFallback(place);
  return (
    <>
      <PageHeader title={t("voicemail.title")} lead={t("voicemail.lead")} />
      <div ref={place} className={`stack gap-16 ${styles.page}`}>
        <VoicemailSettings />
        <RecentChanges kind="voicemail" />
      </div>
    </>
  );
}

function VoicemailSettings() {
  const t = useText();
  const unknownUser = useUnknownUserText();
  const settings = useQuery(voicemailQuery());
  const { data: saved, error, dataUpdatedAt: at } = settings;
  const refresh = () => void settings.refetch();
  useEffect(() => {
    // Its code loads while the settings are read.
    void loadForm().catch(() => undefined);
  }, []);
  if (saved === undefined) {
    if (settings.isError) {
      return <ErrorState error={error} errorText={unknownUser(error)} onRetry={refresh} />;
    }
    return (
      <ListLoading failure={settings.failureReason} label={t("voicemail.loading")}>
        <Skeleton />
      </ListLoading>
    );
  }
  return (
    <>
      {settings.isError && <StaleNotice error={error} at={at} onRetry={refresh} />}
      <SavedSettings
        saved={saved}
        at={settings.isError ? undefined : at}
        fetching={settings.isFetching}
        failure={settings.failureReason}
        onRefresh={refresh}
      />
      <VoicemailForm saved={saved} />
    </>
  );
}

interface SavedSettingsProps {
  saved: Settings;
  /** When it was read, in ms since 1970; undefined where a notice shows it. */
  at: number | undefined;
  fetching: boolean;
  failure: unknown;
  onRefresh: () => void;
}

/** The saved settings, whatever the form holds. */
function SavedSettings({ saved: { send, email }, ...freshness }: SavedSettingsProps) {
  const t = useText();
  const text = () => {
    if (send) return email === "" ? t("voicemail.nowNowhere") : t("voicemail.nowSent", { email });
    return email === "" ? t("voicemail.nowOff") : t("voicemail.nowKept", { email });
  };
  return (
    <section className={`card beside gap-12 ${styles.now}`} aria-label={t("voicemail.now")}>
      <span className={`center ${styles.sign} ${send && email !== "" ? styles.on : ""}`}>
        <Icon name={send && email !== "" ? "check" : "minus"} />
      </span>
      <div>
        <p role="status" className="strong">
          {text()}
        </p>
        <div className="row gap-4">
          <Freshness {...freshness} />
        </div>
      </div>
    </section>
  );
}

function Skeleton() {
  const t = useText();
  return (
    <div className={`stack gap-16 delayed ${styles.skeleton}`} role="status">
      <span className="visually-hidden">{t("voicemail.loading")}</span>
      <span />
      <span />
    </div>
  );
}
