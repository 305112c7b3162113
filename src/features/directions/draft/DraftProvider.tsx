import { type ReactNode, useMemo, useRef, useState } from "react";
import { byCode, type Country } from "#common/directions/model.ts";
import { planOf, type Wishes } from "./plan.ts";
import { pending } from "./wishes.ts";
import { DraftContext } from "./context.ts";
import { useKeptWishes } from "./useKeptWishes.ts";

const NONE: Wishes = new Map();

interface Props {
  countries: readonly Country[];
  /** Whether these are all that there are. */
  complete: boolean;
  children: ReactNode;
}

/** Keeps the changes while the page is open, whatever panel lies over it, and over a reload. */
export function DraftProvider({ countries, complete, children }: Props) {
  const [wishes, setWishes] = useState(NONE);
  const [sending, showSending] = useState(false);
  const underWay = useRef(false);
  const sharing = useMemo(() => byCode(countries), [countries]);
  const plan = useMemo(() => planOf(countries, wishes), [countries, wishes]);
  const asking = pending(wishes, countries, plan);
  if (asking !== wishes) setWishes(asking);
  const { found, forget, close } = useKeptWishes(wishes, setWishes, countries, complete);
  const draft = useMemo(() => {
    const discard = () => {
      setWishes(NONE);
      forget();
    };
    // What is on its way is kept: what came true of it asks for nothing any more.
    const leave = () => (sending ? close() : forget());
    const setSending = (now: boolean) => {
      underWay.current = now;
      showSending(now);
    };
    const change = { setWishes, discard, leave, setSending };
    return { wishes, plan, countries, sharing, found, sending, underWay, ...change };
  }, [wishes, plan, countries, sharing, found, sending, forget, close]);
  return <DraftContext value={draft}>{children}</DraftContext>;
}
