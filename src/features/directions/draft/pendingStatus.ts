import type { Country } from "#domain/directions/model.ts";
import { type Plan, getTargetState, type StagedChanges } from "./plan.ts";

/** The state of a country, or the change that the draft makes to it. */
export type PendingStatus =
  | "open"
  | "closed"
  | "unknown"
  | "openAs"
  | "willOpen"
  | "willClose"
  | "willOpenAlong"
  | "willCloseAlong"
  | "conflict";

/** How the draft changes a country; `along` is the one that it changes along with. */
export function getPendingStatus(
  country: Country,
  sharing: readonly Country[],
  staged: StagedChanges,
  plan: Plan,
): { status: PendingStatus; wanted: boolean; along: Country | undefined } {
  const wanted = getTargetState(country, sharing, staged);
  if (wanted === undefined || country.open === undefined) {
    return { status: "unknown", wanted: false, along: undefined };
  }
  if (plan.conflicts.some(({ code }) => code === country.code)) {
    return { status: "conflict", wanted, along: undefined };
  }
  if (wanted === country.open) {
    const status = country.openAs === undefined ? (wanted ? "open" : "closed") : "openAs";
    return { status, wanted, along: undefined };
  }
  if (staged.has(country.id)) {
    return { status: wanted ? "willOpen" : "willClose", wanted, along: undefined };
  }
  const along = sharing.find(({ id }) => staged.get(id)?.open === wanted);
  return { status: wanted ? "willOpenAlong" : "willCloseAlong", wanted, along };
}
