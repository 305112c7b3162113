import Button from "@mui/material/Button";
import { ErrorState } from "#common/ErrorState.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import styles from "./ScenarioForm.module.css";
import type { ScenarioSnapshot } from "./useScenarioSnapshot.ts";

interface Props {
  opened: Exclude<ScenarioSnapshot, { state: "opened" }>;
  onClose: () => Promise<void>;
}

/** What stands in the panel while there is no scenario to edit. */
export function ScenarioPlaceholder({ opened, onClose }: Props) {
  return <div className={panel.body}>{renderState(opened, onClose)}</div>;
}

function renderState(opened: Props["opened"], onClose: Props["onClose"]) {
  switch (opened.state) {
    case "loading":
      return <Loading />;
    case "failed":
      return <ErrorState error={opened.error} onRetry={opened.retry} />;
    case "none":
      return <ScenarioNotFound onClose={onClose} />;
  }
}

function Loading() {
  const t = useText();
  return (
    <div role="status" className={styles.loading}>
      <span className="visually-hidden">{t("scenarioForm.loading")}</span>
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={styles.bar} />
    </div>
  );
}

function ScenarioNotFound({ onClose }: { onClose: Props["onClose"] }) {
  const t = useText();
  return (
    <EmptyState
      icon="search"
      title={t("scenarioForm.none")}
      text={t("scenarioForm.noneText")}
      actions={
        <Button variant="contained" onClick={() => void onClose()}>
          {t("scenarioForm.back")}
        </Button>
      }
    />
  );
}
