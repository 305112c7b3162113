import { groupByCode, canToggle, type Country, getCodeGroup } from "#domain/directions/model.ts";

/** The staged change of one country. */
export interface StagedChange {
  open: boolean;
  /** As of staging: to name it should it disappear. */
  country: Country;
}

/** The staged changes by the countries' ids; all others stay as they are. */
export type StagedChanges = ReadonlyMap<string, StagedChange>;

/** A dial code that is staged to be opened and closed at once. */
export interface Conflict {
  code: string;
  open: Country[];
  close: Country[];
}

/** What must be sent to apply the staged changes, and its side effects. */
export interface Plan {
  /** For operation 24. */
  open: number[];
  /** For operation 25. */
  close: string[];
  opens: Country[];
  closes: Country[];
  /** Not staged, but opened along with others by a shared code. */
  impliedOpens: Country[];
  /** Not staged, but closed along with others by a shared code. */
  impliedCloses: Country[];
  /** Must be resolved first: the lists above hold nothing of these codes. */
  conflicts: Conflict[];
  /** Staged, and no longer in the provider's list. */
  missing: Country[];
}

/**
 * Computes what to send. Countries of one code are open or closed together (see `joinCountries`),
 * so changes that stage a code both ways are a conflict. Changes that are already in effect need
 * nothing.
 */
export function buildPlan(countries: readonly Country[], staged: StagedChanges): Plan {
  const plan: Plan = {
    open: [],
    close: [],
    opens: [],
    closes: [],
    impliedOpens: [],
    impliedCloses: [],
    conflicts: [],
    missing: findMissing(countries, staged),
  };
  for (const group of groupByCode(countries).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { code, open } = first;
    const opening = group.filter(({ id }) => staged.get(id)?.open === true);
    const closing = group.filter(({ id }) => staged.get(id)?.open === false);
    const rest = group.filter(({ id }) => !staged.has(id));
    if (opening.length > 0 && closing.length > 0) {
      plan.conflicts.push({ code, open: opening, close: closing });
    } else if (opening.length > 0 && open === false) {
      plan.open.push(...opening.flatMap(({ directionId }) => directionId ?? []));
      plan.opens.push(...opening);
      plan.impliedOpens.push(...rest);
    } else if (closing.length > 0 && open === true && canToggle(first, false)) {
      plan.close.push(code);
      plan.closes.push(...closing);
      plan.impliedCloses.push(...rest);
    }
  }
  return plan;
}

function findMissing(countries: readonly Country[], staged: StagedChanges): Country[] {
  const existingIds = new Set(countries.map(({ id }) => id));
  const open = new Set(countries.filter((one) => one.open).map(getCodeGroup));
  return [...staged.values()]
    .filter(
      (change) =>
        !existingIds.has(change.country.id) &&
        (change.open || open.has(getCodeGroup(change.country))),
    )
    .map(({ country }) => country);
}

/** Whether there is nothing to send and nothing to decide. */
export function isEmpty({ open, close, conflicts }: Plan): boolean {
  return open.length + close.length + conflicts.length === 0;
}

/** Whether two plans have the same effect on the same countries. */
export function isSamePlan(one: Plan, other: Plan): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint({
  open,
  close,
  impliedOpens,
  impliedCloses,
  conflicts,
  missing,
}: Plan): string {
  const ids = [impliedOpens, impliedCloses, missing].map((list) => list.map(({ id }) => id).sort());
  const sent = [[...open].sort((a, b) => a - b), [...close].sort()];
  return JSON.stringify([...sent, ...ids, conflicts.map(({ code }) => code).sort()]);
}

/** A country's target state, by its own staged change or by that of one that shares its code. */
export function getTargetState(
  country: Country,
  sharing: readonly Country[],
  staged: StagedChanges,
) {
  const own = staged.get(country.id);
  if (own !== undefined) return own.open;
  const others = sharing.flatMap(({ id }) => staged.get(id)?.open ?? []);
  return others.find((open) => open !== country.open) ?? country.open;
}
