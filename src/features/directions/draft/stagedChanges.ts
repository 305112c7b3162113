import type { Country } from "#domain/directions/model.ts";
import { type Plan, getTargetState, type StagedChanges } from "./plan.ts";

/** Toggles one country; drops its staged change where that is enough. */
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

/** Stages these countries as open or closed; none for those that have that state already. */
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
 * The staged changes not yet in effect. One that has taken effect, also through another user, must
 * not return if it is undone later. Returns the same map if all are pending.
 */
export function pending(
  staged: StagedChanges,
  countries: readonly Country[],
  plan: Plan,
): StagedChanges {
  const { opens, closes, conflicts, missing } = plan;
  const disputed = conflicts.flatMap(({ open, close }) => open.concat(close));
  // Whether these took effect is unknown.
  const unknown = countries.filter(({ open }) => open === undefined);
  const lists = [opens, closes, disputed, missing, unknown];
  const ids = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
  const asking = [...staged].filter(([id]) => ids.has(id));
  return asking.length === staged.size ? staged : new Map(asking);
}

/**
 * The staged changes without those that a plan applied, or that it could not as the country no
 * longer exists.
 */
export function withoutDone(
  staged: StagedChanges,
  { opens, closes, missing }: Plan,
): StagedChanges {
  const opened = new Set(opens.map(({ id }) => id));
  const closed = new Set(closes.map(({ id }) => id));
  const vanished = new Set(missing.map(({ id }) => id));
  return new Map(
    [...staged].filter(([id, { open }]) => !(open ? opened : closed).has(id) && !vanished.has(id)),
  );
}
