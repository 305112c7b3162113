import { type ReactNode, useMemo, useRef, useState } from "react";
import { groupByCode, type Country } from "#domain/directions/model.ts";
import { buildPlan, type StagedChanges } from "./plan.ts";
import { pending } from "./stagedChanges.ts";
import { DraftContext } from "./context.ts";
import { usePersistedChanges } from "./usePersistedChanges.ts";

const NONE: StagedChanges = new Map();

interface Props {
  countries: readonly Country[];
  /** Whether these are all that there are. */
  complete: boolean;
  children: ReactNode;
}

/** Keeps the changes while the page is open, whatever panel lies over it, and over a reload. */
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
    // What is on its way is kept: what came true of it asks for nothing any more.
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
