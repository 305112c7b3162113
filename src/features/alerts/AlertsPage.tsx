import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Link, Outlet } from "react-router";
import { createAlertRule, type listAlertRules } from "#api/alerts.ts";
import type { Result } from "#api/operation.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { ErrorState } from "#common/ErrorState.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { useMay } from "#common/login.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { alertRulesQuery } from "#domain/alerts/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import styles from "./Alerts.module.css";
import { Channels } from "./Channels.tsx";
import { Deliveries } from "./Deliveries.tsx";
import { AllPaused, PauseAll } from "./Pause.tsx";
import { RuleRow } from "./RuleRow.tsx";
import { FirstChannel, Presets } from "./Start.tsx";
import { useRuleWords } from "./useRuleWords.ts";

/** `/alerts`: who is told of what, by what, and what was sent last. */
export function AlertsPage() {
  const t = useText();
  const { data } = useQuery(alertRulesQuery());
  const hasRules = data !== undefined && data.items.length > 0;
  const container = useRef<HTMLDivElement>(null);
  // What opened a form may be gone once that is saved: the first steps, the button that pauses.
  useFocusFallback(container);
  return (
    <div ref={container}>
      <PageHeader
        title={t("alerts.title")}
        lead={t("alerts.lead")}
        actions={
          hasRules && (
            <AdminsOnly>
              {data.pausedUntil === null && <PauseAll />}
              <Button
                variant="contained"
                component={Link}
                to={paths.alertRule()}
                state={OVER_PAGE}
                preventScrollReset
                startIcon={<Icon name="plus" />}
              >
                {t("alerts.addRule")}
              </Button>
            </AdminsOnly>
          )
        }
      />
      <Content />
      <Outlet />
    </div>
  );
}

function Content() {
  const t = useText();
  const rules = useQuery(alertRulesQuery());
  const refresh = () => void rules.refetch();
  if (rules.data === undefined) {
    if (rules.isError) return <ErrorState error={rules.error} onRetry={refresh} />;
    return <ListLoading failure={rules.failureReason} label={t("alerts.loading")} />;
  }
  const { items, channels, pausedUntil } = rules.data;
  const isNew = items.length === 0 && channels.length === 0;
  return (
    <div className={styles.page}>
      {rules.isError && (
        <StaleNotice error={rules.error} at={rules.dataUpdatedAt} onRetry={refresh} />
      )}
      {pausedUntil !== null && <AllPaused until={Date.parse(pausedUntil)} />}
      {isNew ? (
        <FirstChannel />
      ) : (
        <>
          <Rules data={rules.data} />
          <Channels rules={items} known={channels} />
        </>
      )}
      {!isNew && <Deliveries />}
    </div>
  );
}

function Rules({ data }: { data: Result<typeof listAlertRules> }) {
  const t = useText();
  const mayChange = useMay(createAlertRule);
  const words = useRuleWords(data);
  const { items } = data;
  if (items.length === 0 && mayChange) return <Presets />;
  return (
    <section className="stack gap-12" aria-labelledby="alert-rules">
      <h2 id="alert-rules" className="heading strong">
        {t("alerts.rules")}
      </h2>
      {items.length === 0 ? (
        <p className="muted">{t("alerts.noRules")}</p>
      ) : (
        <ul className={`card ${styles.list}`}>
          {items.map((rule) => (
            <RuleRow key={rule.id} rule={rule} words={words} />
          ))}
        </ul>
      )}
    </section>
  );
}
