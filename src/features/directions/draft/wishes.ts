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

/** The wishes that a plan still has to make true or that wait for a decision. */
export function left(wishes: Wishes, { opens, closes, conflicts }: Plan): Wishes {
  const disputed = conflicts.flatMap(({ open, close }) => [...open, ...close]);
  const ids = new Set([...opens, ...closes, ...disputed].map(({ id }) => id));
  return new Map([...wishes].filter(([id]) => ids.has(id)));
}
