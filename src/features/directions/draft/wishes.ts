import type { Country } from "#common/directions/model.ts";
import { type Plan, wantedOf, type Wishes } from "./plan.ts";

/** Turns one country the other way; gives up its wish where that does it. */
export function turned(wishes: Wishes, country: Country, sharing: readonly Country[]): Wishes {
  const open = wantedOf(country, sharing, wishes) === false;
  const rest = without(wishes, [country.id]);
  if (wantedOf(country, sharing, rest) === open) return rest;
  return new Map(wishes).set(country.id, { open, country });
}

/** Wishes these countries open or closed; of those that are so already, nothing is wished. */
export function allTurned(wishes: Wishes, countries: readonly Country[], open: boolean): Wishes {
  const next = new Map(wishes);
  for (const country of countries) {
    if (country.open === open) next.delete(country.id);
    else next.set(country.id, { open, country });
  }
  return next;
}

/** Wishes all countries of a conflict open or closed. */
export function resolved(wishes: Wishes, countries: readonly Country[], open: boolean): Wishes {
  const next = new Map(wishes);
  for (const country of countries) next.set(country.id, { open, country });
  return next;
}

export function without(wishes: Wishes, ids: readonly string[]): Wishes {
  const next = new Map(wishes);
  for (const id of ids) next.delete(id);
  return next;
}

/**
 * The wishes that still ask for something. One that came true, by whoever's hand, must not come
 * alive again should that be undone later. The same map where all of them do.
 */
export function pending(wishes: Wishes, countries: readonly Country[], plan: Plan): Wishes {
  const { opens, closes, conflicts, gone } = plan;
  const disputed = conflicts.flatMap(({ open, close }) => open.concat(close));
  // Of these it is not known whether they came true.
  const unknown = countries.filter(({ open }) => open === undefined);
  const lists = [opens, closes, disputed, gone, unknown];
  const ids = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
  const asking = [...wishes].filter(([id]) => ids.has(id));
  return asking.length === wishes.size ? wishes : new Map(asking);
}

/** The wishes without those that a plan did, or could not do as the country is gone. */
export function withoutDone(wishes: Wishes, { opens, closes, gone }: Plan): Wishes {
  const opened = new Set(opens.map(({ id }) => id));
  const closed = new Set(closes.map(({ id }) => id));
  const vanished = new Set(gone.map(({ id }) => id));
  return new Map(
    [...wishes].filter(([id, { open }]) => !(open ? opened : closed).has(id) && !vanished.has(id)),
  );
}
