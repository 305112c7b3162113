import { canToggle, type Country, getCodeGroup } from "#domain/directions/model.ts";
import { type Plan, buildPlan, type StagedChange } from "../draft/plan.ts";

/**
 * Either opens what the file names and closes nothing, or makes the open set equal to the file's.
 */
export const IMPORT_MODES = ["openOnly", "exact"] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface Difference {
  staged: Map<string, StagedChange>;
  plan: Plan;
  /** Not in the file, but stays open: shares its code with one that is. */
  staying: Country[];
  /** Would have to change, but no operation can do that. */
  unchangeable: Country[];
}

/**
 * The changes that apply a file. Countries that share a code are open or closed together: one in
 * the file keeps or opens its whole code, so that there is no conflict. A file that names not one
 * country is a mistake, not an order to close them all.
 */
export function computeDifference(
  countries: readonly Country[],
  named: readonly Country[],
  mode: ImportMode,
): Difference {
  const ids = new Set(named.map(({ id }) => id));
  const codes = new Set(named.map(getCodeGroup));
  const opens = countries.filter(({ id, open }) => ids.has(id) && open === false);
  const rest =
    mode === "exact" && named.length > 0
      ? countries.filter(({ id, open }) => open && !ids.has(id))
      : [];
  const closes = rest.filter((one) => !codes.has(getCodeGroup(one)));
  const staged = new Map<string, StagedChange>();
  for (const country of opens) staged.set(country.id, { open: true, country });
  for (const country of closes) staged.set(country.id, { open: false, country });
  const unchangeable = [...staged.values()].filter(
    ({ open, country }) => !canToggle(country, open),
  );
  for (const { country } of unchangeable) staged.delete(country.id);
  return {
    staged,
    plan: buildPlan(countries, staged),
    staying: rest.filter((one) => codes.has(getCodeGroup(one))),
    unchangeable: unchangeable.map(({ country }) => country),
  };
}
