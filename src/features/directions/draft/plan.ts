import { groupByCode, canToggle, type Country, getCodeGroup } from "#domain/directions/model.ts";

/** What a person wants of one country. */
export interface StagedChange {
  open: boolean;
  /** As it was when they chose it: to name it should it vanish. */
  country: Country;
}

/** What a person wants, by the countries' ids; of all others nothing is asked. */
export type StagedChanges = ReadonlyMap<string, StagedChange>;

/** One dial code that is to be open and closed at once. */
export interface Conflict {
  code: string;
  open: Country[];
  close: Country[];
}

/** What must be sent to apply the staged changes, and what comes with it. */
export interface Plan {
  /** For operation 24. */
  open: number[];
  /** For operation 25. */
  close: string[];
  opens: Country[];
  closes: Country[];
  /** Not asked for, but open with others by a shared code. */
  impliedOpens: Country[];
  /** Not asked for, but closed with others by a shared code. */
  impliedCloses: Country[];
  /** Must be resolved first: nothing of these codes is in the lists above. */
  conflicts: Conflict[];
  /** Staged, and no longer in the provider's list. */
  gone: Country[];
}

/**
 * Works out what to send. Countries of one code are open or closed together (see `joinCountries`),
 * so changes that pull a code both ways are a conflict. What is already so needs nothing.
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
    gone: findGone(countries, staged),
  };
  for (const group of groupByCode(countries).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { code, open } = first;
    const wanted = group.filter(({ id }) => staged.get(id)?.open === true);
    const unwanted = group.filter(({ id }) => staged.get(id)?.open === false);
    const rest = group.filter(({ id }) => !staged.has(id));
    if (wanted.length > 0 && unwanted.length > 0) {
      plan.conflicts.push({ code, open: wanted, close: unwanted });
    } else if (wanted.length > 0 && open === false) {
      plan.open.push(...wanted.flatMap(({ directionId }) => directionId ?? []));
      plan.opens.push(...wanted);
      plan.impliedOpens.push(...rest);
    } else if (unwanted.length > 0 && open === true && canToggle(first, false)) {
      plan.close.push(code);
      plan.closes.push(...unwanted);
      plan.impliedCloses.push(...rest);
    }
  }
  return plan;
}

function findGone(countries: readonly Country[], staged: StagedChanges): Country[] {
  const here = new Set(countries.map(({ id }) => id));
  const open = new Set(countries.filter((one) => one.open).map(getCodeGroup));
  return [...staged.values()]
    .filter(
      (change) =>
        !here.has(change.country.id) && (change.open || open.has(getCodeGroup(change.country))),
    )
    .map(({ country }) => country);
}

/** Whether there is anything to send or to decide. */
export function isEmpty({ open, close, conflicts }: Plan): boolean {
  return open.length + close.length + conflicts.length === 0;
}

/** Whether two plans do the same to the same countries. */
export function isSamePlan(one: Plan, other: Plan): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint({ open, close, impliedOpens, impliedCloses, conflicts, gone }: Plan): string {
  const ids = [impliedOpens, impliedCloses, gone].map((list) => list.map(({ id }) => id).sort());
  const sent = [[...open].sort((a, b) => a - b), [...close].sort()];
  return JSON.stringify([...sent, ...ids, conflicts.map(({ code }) => code).sort()]);
}

/** What a country is to be, by its own staged change or by that of one that shares its code. */
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
