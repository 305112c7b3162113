import { type ReactNode, useMemo, useState } from "react";
import { byCode, type Country } from "#common/directions/model.ts";
import { planOf, type Wishes } from "./plan.ts";
import { pending } from "./wishes.ts";
import { DraftContext } from "./context.ts";

const NONE: Wishes = new Map();

/** Keeps the changes while the page is open, whatever panel lies over it. */
export function DraftProvider({
  countries,
  children,
}: {
  countries: readonly Country[];
  children: ReactNode;
}) {
  const [wishes, setWishes] = useState(NONE);
  const sharing = useMemo(() => byCode(countries), [countries]);
  const plan = useMemo(() => planOf(countries, wishes), [countries, wishes]);
  const asking = pending(wishes, countries, plan);
  if (asking !== wishes) setWishes(asking);
  const draft = useMemo(
    () => ({ wishes, plan, countries, sharing, setWishes }),
    [wishes, plan, countries, sharing],
  );
  return <DraftContext value={draft}>{children}</DraftContext>;
}
