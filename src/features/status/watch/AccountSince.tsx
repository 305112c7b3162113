import type { ReactNode } from "react";
import type { SipState } from "#domain/sip/rows.ts";
import { useObservation } from "./observations.ts";
import { useSinceClause } from "./useSinceClause.ts";

interface Props {
  id: number;
  /** The state that is shown: an observation of another one does not apply. */
  state: SipState | undefined;
  children: (since: string | undefined) => ReactNode;
}

/** Gives since when an account has its state, for the middle of a sentence. */
export function AccountSince({ id, state, children }: Props) {
  const observation = useObservation(id);
  const since = useSinceClause(observation?.state === state ? observation : undefined);
  return children(since);
}
