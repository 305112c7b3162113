import type { Country } from "#domain/directions/model.ts";
import type { Plan } from "../draft/plan.ts";
import { type Risk, findRisk } from "#domain/directions/risk.ts";

export interface RiskyCountry {
  country: Country;
  risk: Risk;
}

/** What a plan opens that is known for toll fraud, including by a shared code. */
export function findRisky({ opens, impliedOpens }: Plan): RiskyCountry[] {
  return [...opens, ...impliedOpens].flatMap((country) => {
    const risk = findRisk(country);
    return risk === undefined ? [] : [{ country, risk }];
  });
}
