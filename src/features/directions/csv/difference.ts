import { canToggle, type Country, getCodeGroup } from "#domain/directions/model.ts";
import { type Plan, buildPlan, type StagedChange } from "../draft/plan.ts";

/** Opens what the file names and closes nothing, or makes what is open as the file has it. */
export const IMPORT_MODES = ["openOnly", "exact"] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface Difference {
  staged: Map<string, StagedChange>;
  plan: Plan;
  /** Not in the file, and stays open: shares its code with one that is. */
  staying: Country[];
  /** Would have to change, and no operation can do that to it. */
  stuck: Country[];
}

/**
 * What is to change for the file to come true. Countries that share a code are open or closed
 * together: one in the file keeps or opens all of its code, so that nothing pulls it both ways.
 * A file that names not one country is a mistake, and not an order to close them all.
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
  const stuck = [...staged.values()].filter(({ open, country }) => !canToggle(country, open));
  for (const { country } of stuck) staged.delete(country.id);
  return {
    staged,
    plan: buildPlan(countries, staged),
    staying: rest.filter((one) => codes.has(getCodeGroup(one))),
    stuck: stuck.map(({ country }) => country),
  };
}
