import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { ErrorState } from "#common/ErrorState.tsx";
import { scenariosQuery } from "#domain/scenarios/queries.ts";
import { type ScenarioMemory, useScenarioMemory } from "./useScenarioMemory.ts";
import { useText } from "#i18n/texts.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import panel from "#ui/SidePanel.module.css";

export type ScenarioSnapshot =
  | { state: "loading" }
  | { state: "none" }
  | { state: "failed"; error: unknown; retry: () => void }
  | ({ state: "opened" } & OpenedScenario);

export interface OpenedScenario {
  scenario: SipScenario;
  /** What Pult remembered of it then. */
  memory: ScenarioMemory;
  version: number;
}

/**
 * A scenario as of opening its form, refetched when the cache is stale: a later refetch must not
 * change what is being edited. `reopen` takes a newer one explicitly; `latest` is what Pult
 * remembers of it now.
 */
export function useScenarioSnapshot(accountId: number, sid: number) {
  const query = useQuery(scenariosQuery(accountId));
  const { isReady, memory } = useScenarioMemory(accountId, sid);
  const [snapshot, setSnapshot] = useState<OpenedScenario>();
  const found = query.data?.items.find((scenario) => scenario.id === sid);
  if (snapshot === undefined && found !== undefined && !query.isFetching && isReady) {
    setSnapshot({ scenario: found, memory, version: 0 });
  }
  const reopen = (scenario: SipScenario) =>
    setSnapshot((before) => ({ scenario, memory, version: (before?.version ?? 0) + 1 }));
  const opened = (): ScenarioSnapshot => {
    if (snapshot !== undefined) return { state: "opened", ...snapshot };
    if (query.isFetching || found !== undefined) return { state: "loading" };
    if (query.isError) {
      return { state: "failed", error: query.error, retry: () => void query.refetch() };
    }
    return { state: query.data?.complete === true ? "none" : "loading" };
  };
  return { opened: opened(), reopen, latest: memory.item };
}

interface Props {
  opened: Exclude<ScenarioSnapshot, { state: "opened" }>;
  onClose: () => Promise<void>;
}

/** Shown in the panel while there is no scenario to edit. */
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
    <div role="status" className="stack gap-16 delayed">
      <span className="visually-hidden">{t("scenarioForm.loading")}</span>
      <div className="placeholder" />
      <div className="placeholder" />
      <div className="placeholder" />
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
