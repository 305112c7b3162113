import type { SipState } from "#domain/sip/rows.ts";
import { useObservation } from "./observations.ts";
import { Since } from "./Since.tsx";

/** Since when an account has a state, in a row of another list than the board. */
export function RowSince({ id, state }: { id: number; state: SipState }) {
  const observation = useObservation(id);
  if (observation?.state !== state) return null;
  return <Since observation={observation} />;
}
