import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link } from "react-router";
import type { SipScenario } from "#api/sipScenarios.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import { Icon } from "#ui/icons.tsx";
import { LoadProgress } from "../LoadProgress.tsx";
import { DeleteScenarioDialog } from "./DeleteScenarioDialog.tsx";
import { FirstScenarios } from "./FirstScenarios.tsx";
import { useScenarioText } from "./messages.ts";
import { scenariosQuery } from "./queries.ts";
import { ScenarioCard } from "./ScenarioCard.tsx";
import styles from "./Scenarios.module.css";
import { useActivate } from "./useActivate.ts";

/** The scenarios of an account, in the provider's order: nothing jumps when one is activated. */
export function ScenarioList({ id }: { id: number }) {
  const t = useScenarioText();
  const title = useRef<HTMLHeadingElement>(null);
  const list = useQuery(scenariosQuery(id));
  const [deleting, setDeleting] = useState<SipScenario>();
  const { wanted, activate } = useActivate(id);
  const items = useMemo(() => withActive(list.data?.items ?? [], wanted), [list.data, wanted]);
  const activateLatest = useLatest(activate);
  const focusTitle = () => title.current?.focus({ preventScroll: true });
  const closeDialog = () => {
    flushSync(() => setDeleting(undefined));
    // The card with the button that had the focus may be gone.
    if (document.activeElement === document.body) focusTitle();
  };
  const retry = () => void list.refetch();
  const complete = list.data?.complete === true;
  const empty = complete && items.length === 0;
  return (
    <section className={styles.section} aria-labelledby="scenarios">
      <div className={styles.top}>
        <div>
          <h2 id="scenarios" ref={title} tabIndex={-1}>
            {t("scenario.title")}
          </h2>
          {!empty && <p className={styles.help}>{t("scenario.help")}</p>}
        </div>
        {!empty && <AddButton id={id} />}
      </div>
      {list.isError && complete && (
        <StaleNotice
          error={list.error}
          at={list.dataUpdatedAt}
          onRetry={retry}
          what={t("scenario.list")}
        />
      )}
      <LoadProgress list={list} loaded={items.length} onRetry={retry} />
      {list.data === undefined && (
        <FirstScenarios
          error={list.isError ? list.error : undefined}
          failure={list.failureReason}
          onRetry={() => {
            focusTitle();
            retry();
          }}
        />
      )}
      {empty && (
        <Blank
          icon="phone"
          title={t("scenario.empty")}
          text={t("scenario.emptyText")}
          actions={<AddButton id={id} />}
        />
      )}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((scenario) => (
            <ScenarioCard
              key={scenario.id}
              id={id}
              scenario={scenario}
              onActivate={activateLatest}
              onDelete={setDeleting}
            />
          ))}
        </ul>
      )}
      {deleting !== undefined && (
        <DeleteScenarioDialog
          id={id}
          scenario={deleting}
          last={complete && items.every((each) => each.id === deleting.id)}
          onClose={closeDialog}
        />
      )}
    </section>
  );
}

/** While an activation runs its scenario is the active one, whatever is read meanwhile. */
function withActive(items: readonly SipScenario[], wanted: number | undefined) {
  if (!items.some((each) => each.id === wanted)) return items;
  return items.map((each) => {
    const active = each.id === wanted;
    return each.active === active ? each : { ...each, active };
  });
}

/** The same function for all renders, so that cards render only when they change. */
function useLatest(action: (scenario: SipScenario) => void) {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  return useCallback((scenario: SipScenario) => latest.current(scenario), []);
}

function AddButton({ id }: { id: number }) {
  const t = useScenarioText();
  return (
    <Button
      component={Link}
      to={paths.sipScenarioNew(id)}
      state={OVER_PAGE}
      variant="outlined"
      startIcon={<Icon name="plus" size={16} />}
      preventScrollReset
    >
      {t("scenario.add")}
    </Button>
  );
}
