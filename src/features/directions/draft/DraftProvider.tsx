import { type ReactNode, useMemo, useRef, useState } from "react";
import { groupByCode, type Country } from "#domain/directions/model.ts";
import { buildPlan, type StagedChanges } from "./plan.ts";
import { pending } from "./stagedChanges.ts";
import { DraftContext } from "./context.ts";
import { usePersistedChanges } from "./usePersistedChanges.ts";

const NONE: StagedChanges = new Map();

interface Props {
  countries: readonly Country[];
  /** Whether the list is complete. */
  complete: boolean;
  children: ReactNode;
}

/** Keeps the changes while the page is open, whatever panel is over it, and over a reload. */
export function DraftProvider({ countries, complete, children }: Props) {
  const [staged, setStaged] = useState(NONE);
  const [sending, showSending] = useState(false);
  const underWay = useRef(false);
  const sharing = useMemo(() => groupByCode(countries), [countries]);
  const plan = useMemo(() => buildPlan(countries, staged), [countries, staged]);
  const asking = pending(staged, countries, plan);
  if (asking !== staged) setStaged(asking);
  const { found, forget, close } = usePersistedChanges(staged, setStaged, countries, complete);
  const draft = useMemo(() => {
    const discard = () => {
      setStaged(NONE);
      forget();
    };
    // Keeps the stored changes while they are being sent: those that take effect are no longer
    // pending.
    const leave = () => (sending ? close() : forget());
    const setSending = (now: boolean) => {
      underWay.current = now;
      showSending(now);
    };
    const change = { setStaged, discard, leave, setSending };
    return { staged, plan, countries, sharing, found, sending, underWay, ...change };
  }, [staged, plan, countries, sharing, found, sending, forget, close]);
  return <DraftContext value={draft}>{children}</DraftContext>;
}
