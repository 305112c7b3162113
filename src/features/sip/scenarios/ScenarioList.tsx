import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { isEmptyList } from "#common/query.ts";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { listScenarios, type SipScenario } from "#api/sipScenarios.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { LoadProgress } from "#common/LoadProgress.tsx";
import { useText } from "#i18n/texts.ts";
import { AddScenario } from "./AddScenario.tsx";
import { ScenariosLoading } from "./ScenariosLoading.tsx";
import { isCurrent } from "#api/fillScenario.ts";
import { scenariosQuery } from "#domain/scenarios/queries.ts";
import { useRecall } from "#domain/scenarios/remembered.ts";
import { ScenarioCard } from "./ScenarioCard.tsx";
import styles from "./Scenarios.module.css";
import { type Activate, useActivate } from "./useActivate.ts";
import { useVisibleScenarios } from "./useVisibleScenarios.tsx";

const DeleteScenarioDialog = lazyPart(
  async () => (await import("./DeleteScenarioDialog.tsx")).DeleteScenarioDialog,
  ({ onClose }) => onClose(),
);

/** The scenarios of an account on its page, in all their states. */
export function ScenarioList({ id }: { id: number }) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  const list = useQuery(scenariosQuery(id));
  const section = useRef<HTMLElement>(null);
  const focusTitle = useCallback(() => title.current?.focus(), []);
  // A deleted card takes the focus with it, which its dialog had returned to it.
  useFocusFallback(section, focusTitle);
  const retry = () => void list.refetch();
  const items = list.data?.items ?? [];
  const recall = useRecall(id);
  const isRemembered = items.some((scenario) => isCurrent(scenario, recall(scenario.id)));
  const complete = list.data?.complete === true;
  const empty = list.data !== undefined && isEmptyList(list.data);
  return (
    <section
      ref={section}
      className={`card stack gap-16 ${styles.section}`}
      aria-labelledby="scenarios"
    >
      <div className="row wrap spread gap-8-16">
        <div>
          <h2 id="scenarios" ref={title} className="heading" tabIndex={-1}>
            {t("scenario.title")}
          </h2>
          {!empty && (
            <p className={`muted small ${styles.help}`}>
              {t("scenario.help")} {isRemembered && t("scenario.remembered")}
            </p>
          )}
        </div>
        {!empty && <AddScenario id={id} />}
      </div>
      {list.isError && complete && (
        <StaleNotice
          error={list.error}
          at={list.dataUpdatedAt}
          onRetry={retry}
          subject={t("scenario.list")}
        />
      )}
      <LoadProgress list={list} loaded={items.length} onRetry={retry} />
      <InvalidRowsNotice rows={list.data?.invalidRows} operation={listScenarios} />
      {list.data === undefined && (
        <ScenariosLoading
          error={list.isError ? list.error : undefined}
          failure={list.failureReason}
          onRetry={() => {
            focusTitle();
            retry();
          }}
        />
      )}
      {empty && (
        <EmptyState
          icon="phone"
          title={t("scenario.empty")}
          text={t("scenario.emptyText")}
          actions={<AddScenario id={id} />}
        />
      )}
      <Cards id={id} onFocusLost={focusTitle} />
    </section>
  );
}

interface CardsProps {
  /** Of the account. */
  id: number;
  /** The card with the button that had the focus has unmounted. */
  onFocusLost: () => void;
}

/** In the provider's order: activating one moves nothing. */
function Cards({ id, onFocusLost }: CardsProps) {
  // Read here, not passed in: a render caused by other state must see the data of that moment, or
  // it shows for an instant what was active before.
  const { data } = useQuery(scenariosQuery(id));
  const [deleting, setDeleting] = useState<SipScenario>();
  const { wanted, activate } = useActivate(id);
  const all = useMemo(() => withActive(data?.items ?? [], wanted), [data, wanted]);
  const { shown, tools } = useVisibleScenarios(all);
  const recall = useRecall(id);
  const activateLatest = useLatest(activate);
  const close = () => {
    flushSync(() => setDeleting(undefined));
    if (document.activeElement === document.body) onFocusLost();
  };
  return (
    <>
      {tools.search}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((scenario) => (
            <ScenarioCard
              key={scenario.id}
              id={id}
              scenario={scenario}
              remembered={recall(scenario.id)}
              onActivate={activateLatest}
              onDelete={setDeleting}
            />
          ))}
        </ul>
      )}
      {tools.more}
      {deleting !== undefined && (
        <DeleteScenarioDialog
          id={id}
          scenario={deleting}
          last={
            data?.complete === true &&
            !data.truncated &&
            data.invalidRows.length === 0 &&
            all.every((each) => each.id === deleting.id)
          }
          onClose={close}
        />
      )}
    </>
  );
}

/** While an activation is in flight, its scenario counts as active, whatever is read meanwhile. */
function withActive(items: readonly SipScenario[], wanted: number | undefined) {
  if (!items.some((each) => each.id === wanted)) return items;
  return items.map((each) => {
    const active = each.id === wanted;
    return each.active === active ? each : { ...each, active };
  });
}

/** The same function for all renders, so that cards render only when they change. */
function useLatest(action: Activate): Activate {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  return useCallback((...activation) => latest.current(...activation), []);
}
