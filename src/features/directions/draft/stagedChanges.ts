import type { Country } from "#domain/directions/model.ts";
import { type Plan, getTargetState, type StagedChanges } from "./plan.ts";

/** Toggles one country; drops its change where that does it. */
export function toggle(
  staged: StagedChanges,
  country: Country,
  sharing: readonly Country[],
): StagedChanges {
  const open = getTargetState(country, sharing, staged) === false;
  const rest = without(staged, [country.id]);
  if (getTargetState(country, sharing, rest) === open) return rest;
  return new Map(staged).set(country.id, { open, country });
}

/** Stages these countries as open or closed; of those that are so already, nothing is staged. */
export function stageAll(
  staged: StagedChanges,
  countries: readonly Country[],
  open: boolean,
): StagedChanges {
  const next = new Map(staged);
  for (const country of countries) {
    if (country.open === open) next.delete(country.id);
    else next.set(country.id, { open, country });
  }
  return next;
}

/** Stages all countries of a conflict as open or closed. */
export function resolveConflict(
  staged: StagedChanges,
  countries: readonly Country[],
  open: boolean,
): StagedChanges {
  const next = new Map(staged);
  for (const country of countries) next.set(country.id, { open, country });
  return next;
}

export function without(staged: StagedChanges, ids: readonly string[]): StagedChanges {
  const next = new Map(staged);
  for (const id of ids) next.delete(id);
  return next;
}

/**
 * The staged changes that still ask for something. One that came true, by whoever's hand, must not come
 * alive again should that be undone later. The same map where all of them do.
 */
export function pending(
  staged: StagedChanges,
  countries: readonly Country[],
  plan: Plan,
): StagedChanges {
  const { opens, closes, conflicts, gone } = plan;
  const disputed = conflicts.flatMap(({ open, close }) => open.concat(close));
  // Of these it is not known whether they came true.
  const unknown = countries.filter(({ open }) => open === undefined);
  const lists = [opens, closes, disputed, gone, unknown];
  const ids = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
  const asking = [...staged].filter(([id]) => ids.has(id));
  return asking.length === staged.size ? staged : new Map(asking);
}

/** The staged changes without those that a plan did, or could not do as the country is gone. */
export function withoutDone(staged: StagedChanges, { opens, closes, gone }: Plan): StagedChanges {
  const opened = new Set(opens.map(({ id }) => id));
  const closed = new Set(closes.map(({ id }) => id));
  const vanished = new Set(gone.map(({ id }) => id));
  return new Map(
    [...staged].filter(([id, { open }]) => !(open ? opened : closed).has(id) && !vanished.has(id)),
  );
}
