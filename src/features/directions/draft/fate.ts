import type { Country } from "#common/directions/model.ts";
import { type Plan, wantedOf, type Wishes } from "./plan.ts";

/** How a country is, or what the draft makes of it. */
export type Fate =
  | "open"
  | "closed"
  | "unknown"
  | "openAs"
  | "willOpen"
  | "willClose"
  | "willOpenAlong"
  | "willCloseAlong"
  | "conflict";

/** What the draft makes of a country; `along` is the one that it goes with. */
export function fateOf(
  country: Country,
  sharing: readonly Country[],
  wishes: Wishes,
  plan: Plan,
): { fate: Fate; wanted: boolean; along: Country | undefined } {
  const wanted = wantedOf(country, sharing, wishes);
  if (wanted === undefined || country.open === undefined) {
    return { fate: "unknown", wanted: false, along: undefined };
  }
  if (plan.conflicts.some(({ code }) => code === country.code)) {
    return { fate: "conflict", wanted, along: undefined };
  }
  if (wanted === country.open) {
    const fate = country.openAs === undefined ? (wanted ? "open" : "closed") : "openAs";
    return { fate, wanted, along: undefined };
  }
  if (wishes.has(country.id)) {
    return { fate: wanted ? "willOpen" : "willClose", wanted, along: undefined };
  }
  const along = sharing.find(({ id }) => wishes.get(id)?.open === wanted);
  return { fate: wanted ? "willOpenAlong" : "willCloseAlong", wanted, along };
}
